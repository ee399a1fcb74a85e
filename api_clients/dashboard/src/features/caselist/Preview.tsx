import { Trans, useLingui } from "@lingui/react/macro";
import { Button, CloseButton, Drawer, Group, Paper, ScrollArea, Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { Due } from "@/components/Due";
import { Loaded } from "@/components/Loaded";
import { $api, type Schemas } from "@/lib/api";
import { useDates } from "@/lib/dates";
import { useWord } from "@/lib/own-words";
import { CASE_KIND, CASE_STATE, SEVERITY } from "@/lib/words";

interface Props {
  caseId: string | null;
  /** As a sheet over the list, where there is no room beside it. */
  over: boolean;
  onClose: () => void;
}

/** What a case is about, without leaving the list. */
export function Preview({ caseId, over, onClose }: Props) {
  const { t } = useLingui();
  if (over) {
    return (
      <Drawer
        opened={caseId !== null}
        onClose={onClose}
        position="bottom"
        size="75%"
        title={t`Preview`}
        closeButtonProps={{ "aria-label": t`Close` }}
      >
        {caseId && <Looked caseId={caseId} />}
      </Drawer>
    );
  }
  if (!caseId) return null;
  return (
    <Paper withBorder p="sm" component="aside" aria-label={t`Preview`} style={{ position: "relative" }}>
      <CloseButton
        aria-label={t`Close the preview`}
        onClick={onClose}
        style={{ position: "absolute", top: 8, right: 8 }}
      />
      <ScrollArea.Autosize mah="calc(100dvh - var(--list-top, 250px) - 26px)" type="auto">
        <Looked caseId={caseId} />
      </ScrollArea.Autosize>
    </Paper>
  );
}

function Looked({ caseId }: { caseId: string }) {
  const query = $api.useQuery("get", "/api/v1/cases/{case_id}/", { params: { path: { case_id: caseId } } });
  return <Loaded query={query}>{(found) => <Facts found={found} />}</Loaded>;
}

function Facts({ found }: { found: Schemas["CaseAsSeen"] }) {
  const { t } = useLingui();
  const word = useWord();
  const dates = useDates();
  const actions = "allowed_actions" in found ? found.allowed_actions : [];
  return (
    <Stack gap="sm">
      <Title order={2} size="h4" pr={32}>
        {found.reference}
      </Title>
      {"summary" in found && found.summary && <Text size="sm">{found.summary}</Text>}
      <dl
        style={{ display: "grid", gridTemplateColumns: "minmax(90px, auto) 1fr", gap: "4px 12px", margin: 0 }}
      >
        <Fact name={t`State`}>{word(CASE_STATE, found.state)}</Fact>
        <Fact name={t`Kind`}>{word(CASE_KIND, found.kind)}</Fact>
        <Fact name={t`Severity`}>{word(SEVERITY, found.severity)}</Fact>
        <Fact name={t`Category`}>{found.category?.name}</Fact>
        <Fact name={t`Institution`}>{found.institution?.name}</Fact>
        <Fact name={t`Place`}>{found.place?.name}</Fact>
        <Fact name={t`Answer due`}>{found.due_at && <Due day={found.due_at} />}</Fact>
        <Fact name={t`Received`}>{dates.moment(found.opened_at)}</Fact>
        {"assignee" in found && <Fact name={t`Worked by`}>{found.assignee?.name ?? t`Nobody`}</Fact>}
        {"tags" in found && <Fact name={t`Tags`}>{found.tags?.join(", ")}</Fact>}
      </dl>
      {"allowed_actions" in found && <Words caseId={found.id} />}
      <Group gap="xs">
        <Button component={Link} to={`/cases/${found.id}`} size="xs">
          <Trans>Open the case</Trans>
        </Button>
        {actions.length > 0 && (
          <Text size="xs" c="dimmed">
            <Trans>There are steps you can take.</Trans>
          </Text>
        )}
      </Group>
    </Stack>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  if (!children) return null;
  return (
    <>
      <Text component="dt" size="xs" c="dimmed">
        {name}
      </Text>
      <Text component="dd" size="sm" m={0} style={{ overflowWrap: "anywhere" }}>
        {children}
      </Text>
    </>
  );
}

/** What the citizen wrote, as it was written. */
function Words({ caseId }: { caseId: string }) {
  const query = $api.useQuery("get", "/api/v1/cases/{case_id}/complaint/", {
    params: { path: { case_id: caseId } },
  });
  return (
    <Loaded query={query}>
      {({ narrative }) => (
        <Text size="sm" className="words" lineClamp={12}>
          {narrative}
        </Text>
      )}
    </Loaded>
  );
}
