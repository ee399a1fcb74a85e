import { useLingui } from "@lingui/react/macro";
import {
  IconBuildingBank,
  IconCalendarTime,
  IconChartBar,
  IconFolders,
  IconInbox,
  IconSettings,
  IconUsersGroup,
} from "@tabler/icons-react";
import { useSession } from "@/lib/session";

export interface Destination {
  to: string;
  label: string;
  Icon: typeof IconInbox;
  /** Pressed after `g`. */
  letter: string;
}

/** Where this person can go. The server decides again what is shown there. */
export function useDestinations(): Destination[] {
  const { t } = useLingui();
  const { may, me } = useSession();
  const works = may("view_cases");
  const all: (Destination & { open: boolean })[] = [
    { to: "/", label: t`Today`, Icon: IconCalendarTime, letter: "t", open: true },
    { to: "/cases", label: t`Cases`, Icon: IconFolders, letter: "c", open: works },
    {
      to: "/intake",
      label: t`Intake`,
      Icon: IconInbox,
      letter: "i",
      open: may("triage_cases") || may("file_complaints"),
    },
    {
      to: "/network",
      label: t`Between partners`,
      Icon: IconUsersGroup,
      letter: "n",
      open: may("share_cases") || may("work_cases"),
    },
    {
      to: "/identities",
      label: t`Requests for identities`,
      Icon: IconUsersGroup,
      letter: "q",
      open: may("reveal_identity"),
    },
    { to: "/institutions", label: t`Institutions`, Icon: IconBuildingBank, letter: "b", open: true },
    { to: "/reports", label: t`Reports`, Icon: IconChartBar, letter: "r", open: may("view_statistics") },
    { to: "/settings", label: t`Settings`, Icon: IconSettings, letter: "s", open: me.kind === "staff" },
  ];
  return all.filter((one) => one.open);
}
