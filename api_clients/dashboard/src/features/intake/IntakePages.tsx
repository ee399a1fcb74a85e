import { useLingui } from "@lingui/react/macro";
import { Badge, Button, Group } from "@mantine/core";
import { lazy, Suspense } from "react";
import { Link, Navigate, Route, Routes, useLocation } from "react-router";
import { Busy } from "@/components/Loaded";
import { PageTitle } from "@/components/PageTitle";
import { $api } from "@/lib/api";
import { useSession } from "@/lib/session";
import { AssistedPage } from "./AssistedPage";

const Triage = lazy(() => import("./triage/TriagePage"));
const Quarantine = lazy(() => import("./quarantine/QuarantinePage"));
const Mail = lazy(() => import("./mail/MailPage"));

/** The desk at which complaints come in: the queue, what the door put aside, telephone and paper, mail. */
export function IntakePages() {
  const { t } = useLingui();
  const { may } = useSession();
  const open = useOpenDoors();
  const first = open[0]?.path ?? "";
  return (
    <>
      <PageTitle name={t`Intake`} />
      <Doors open={open} />
      <Suspense fallback={<Busy lines={8} />}>
        <Routes>
          <Route index element={may("triage_cases") ? <Triage /> : <Navigate to={first} replace />} />
          <Route path="quarantine" element={<Quarantine />} />
          <Route path="assisted" element={<AssistedPage />} />
          <Route path="mail" element={<Mail />} />
          <Route path="*" element={<Navigate to="." replace />} />
        </Routes>
      </Suspense>
    </>
  );
}

interface Door {
  path: string;
  label: string;
  count?: string | undefined;
}

function useOpenDoors(): Door[] {
  const { t } = useLingui();
  const { may } = useSession();
  const today = useDeskCounts();
  const all: (Door & { open: boolean })[] = [
    { path: "", label: t`New complaints`, count: today.new, open: may("triage_cases") },
    { path: "quarantine", label: t`Quarantine`, count: today.quarantine, open: may("triage_cases") },
    { path: "assisted", label: t`By telephone or on paper`, open: may("file_complaints") },
    { path: "mail", label: t`Mail`, count: today.mail, open: may("refer_cases") },
  ];
  return all.filter((one) => one.open);
}

/** The same answer as the page of today: one truth, and already there when one comes from it. */
function useDeskCounts() {
  const { partner } = useSession();
  const { data } = $api.useQuery("get", "/api/v1/today/", {
    params: { query: { partner: partner?.slug, whose: "mine" } },
  });
  const shown = (found: { count: number; capped: boolean } | null | undefined) =>
    found && found.count > 0 ? `${found.count}${found.capped ? "+" : ""}` : undefined;
  return { new: shown(data?.new), quarantine: shown(data?.quarantine), mail: shown(data?.mail) };
}

function Doors({ open }: { open: Door[] }) {
  const { t } = useLingui();
  const { pathname } = useLocation();
  const here = pathname.replace(/^\/intake\/?/, "").split("/")[0] ?? "";
  if (open.length < 2) return null;
  return (
    <Group component="nav" gap={4} mb="md" aria-label={t`Doors of the intake`}>
      {open.map((one) => (
        <Button
          key={one.path}
          component={Link}
          to={`/intake${one.path ? `/${one.path}` : ""}`}
          size="xs"
          variant={one.path === here ? "filled" : "default"}
          aria-current={one.path === here ? "page" : undefined}
          rightSection={
            one.count && (
              <Badge size="sm" variant={one.path === here ? "white" : "light"}>
                {one.count}
              </Badge>
            )
          }
        >
          {one.label}
        </Button>
      ))}
    </Group>
  );
}
