import { useLingui } from "@lingui/react/macro";
import { Badge, Stack, Tabs } from "@mantine/core";
import type { ReactNode } from "react";
import { useSearchParams } from "react-router";
import { CaseTasks } from "@/features/casetasks";
import { CaseIdentity } from "@/features/custody";
import { CaseJudiciary } from "@/features/judiciary";
import { CaseReferrals } from "@/features/referrals";
import { CaseKeeping } from "@/features/retention";
import { CaseConsents, CaseSharing } from "@/features/sharing";
import { CaseLinks, CasePresence } from "@/features/together";
import { MoreActs } from "./acts/MoreActs";
import { useThisCase } from "./case";
import classes from "./case.module.css";
import { Complaint } from "./complaint/Complaint";
import { Conversation, isUnread, useMessages } from "./conversation/Conversation";
import { Facts } from "./facts/Facts";
import { Header } from "./facts/Header";
import { Outcome } from "./facts/Outcome";
import { Files } from "./files/Files";
import { HiddenWords } from "./masks";
import { Publication } from "./publication";
import { Steps } from "./steps/Steps";
import { Timeline } from "./timeline/Timeline";

const TABS = ["story", "complaint", "conversation", "letters", "files", "around"] as const;
type Tab = (typeof TABS)[number];

/** The page of a case: where it stands above, the story in the middle, what to do next beside it. */
export function WholeCase() {
  const one = useThisCase();
  return (
    <>
      <CasePresence caseId={one.id} version={one.version} />
      <Header seen={one} actions={<MoreActs />} />
      <div className={classes.page}>
        <Stack className={classes.steps}>
          <Steps />
          <Outcome />
        </Stack>
        <div className={classes.story}>
          <Sections />
        </div>
        <Stack className={classes.facts}>
          <Facts />
          <CaseTasks caseId={one.id} />
        </Stack>
      </div>
    </>
  );
}

function Sections() {
  const { t } = useLingui();
  const one = useThisCase();
  const [params, setParams] = useSearchParams();
  const asked = params.get("part");
  const tab: Tab = TABS.find((name) => name === asked) ?? "story";
  const { messages } = useMessages();
  const unread = messages.filter(isUnread).length;
  const names: Record<Tab, ReactNode> = {
    story: t`Story`,
    complaint: t`Complaint`,
    conversation: t`Conversation`,
    letters: t`Institutions`,
    files: t`Files`,
    around: t`Links and partners`,
  };
  const panels: Record<Tab, () => ReactNode> = {
    story: () => <Timeline />,
    complaint: () => (
      <Stack gap="xl">
        <Complaint caseId={one.id} />
        <HiddenWords />
        <CaseIdentity caseId={one.id} />
      </Stack>
    ),
    conversation: () => <Conversation />,
    letters: () => <CaseReferrals caseId={one.id} />,
    files: () => <Files />,
    around: () => <Around caseId={one.id} judiciary={one.kind === "judiciary"} />,
  };
  return (
    <Tabs
      value={tab}
      keepMounted={false}
      onChange={(name) => setParams(name && name !== "story" ? { part: name } : {}, { replace: true })}
    >
      <Tabs.List mb="md">
        {TABS.map((name) => (
          <Tabs.Tab
            key={name}
            value={name}
            rightSection={
              name === "conversation" && unread > 0 ? (
                <Badge size="sm" color="red" circle aria-label={t`${unread} new`}>
                  {unread}
                </Badge>
              ) : undefined
            }
          >
            {names[name]}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {TABS.map((name) => (
        <Tabs.Panel key={name} value={name}>
          {name === tab && panels[name]()}
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}

/** What hangs around a case: court, linked cases, consent, other partners, the public. */
function Around({ caseId, judiciary }: { caseId: string; judiciary: boolean }) {
  return (
    <Stack gap="xl">
      {judiciary && <CaseJudiciary caseId={caseId} />}
      <CaseLinks caseId={caseId} />
      <CaseConsents caseId={caseId} />
      <CaseSharing caseId={caseId} />
      <Publication />
      <CaseKeeping caseId={caseId} />
    </Stack>
  );
}
