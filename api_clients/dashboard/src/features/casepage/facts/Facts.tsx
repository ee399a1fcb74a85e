import { Trans, useLingui } from "@lingui/react/macro";
import { Anchor, Badge, Button, Group, Paper, Stack, Text, Title } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { Link } from "react-router";
import { Due } from "@/components/Due";
import { ProblemAlert } from "@/components/ProblemAlert";
import { api } from "@/lib/api";
import { useDates } from "@/lib/dates";
import { useWord } from "@/lib/own-words";
import { useSession } from "@/lib/session";
import { INTAKE_CHANNEL, SEVERITY } from "@/lib/words";
import { AssignDialog } from "../acts/AssignDialog";
import { type CaseAsSeen, changing, isWhole, useMay, useThisCase } from "../case";
import { useSending } from "../useSending";
import { EditFacts } from "./EditFacts";
import { EditTags } from "./EditTags";

/** The facts of a case, each where one looks for it; who may, changes them here. */
export function Facts() {
  const { t } = useLingui();
  const one = useThisCase();
  const [editing, setEditing] = useState<"facts" | "tags" | null>(null);
  const mayChange = useMay("change");
  const mayTag = useMay("tag");
  return (
    <Paper withBorder p="md" component="section" aria-label={t`Facts`}>
      <Stack gap="xs">
        <Group justify="space-between">
          <Title order={2} size="h5">
            <Trans>Facts</Trans>
          </Title>
          {mayChange && (
            <Button variant="subtle" size="compact-sm" onClick={() => setEditing("facts")}>
              <Trans>Change</Trans>
            </Button>
          )}
        </Group>
      </Stack>
      <Stack component="dl" gap="xs" m={0} mt="xs">
        <DueFact />
        <Assignee />
        <CommonFacts seen={one} />
        <Fact label={t`Tags`}>
          <Group gap={4}>
            {one.tags.map((tag) => (
              <Badge key={tag} variant="outline" color="gray" tt="none">
                {tag}
              </Badge>
            ))}
            {mayTag && (
              <Button variant="subtle" size="compact-xs" onClick={() => setEditing("tags")}>
                {one.tags.length > 0 ? <Trans>Change tags</Trans> : <Trans>Add tags</Trans>}
              </Button>
            )}
          </Group>
        </Fact>
        {one.people.length > 0 && (
          <Fact label={t`Seen only by`}>{one.people.map((person) => person.name).join(", ")}</Fact>
        )}
        {one.admissibility_note && (
          <Fact label={t`Why it is admissible`}>
            <Text size="sm" className="words">
              {one.admissibility_note}
            </Text>
          </Fact>
        )}
        {one.duplicate_of && (
          <Fact label={t`The work goes on`}>
            <Anchor component={Link} to={`/cases/${one.duplicate_of}`} size="sm">
              <Trans>in the other case</Trans>
            </Anchor>
          </Fact>
        )}
      </Stack>
      {editing === "facts" && <EditFacts onClose={() => setEditing(null)} />}
      {editing === "tags" && <EditTags onClose={() => setEditing(null)} />}
    </Paper>
  );
}

/** Due when, and why: the term of an institution and how it was counted. */
function DueFact() {
  const { t } = useLingui();
  const { due_at, due, state } = useThisCase();
  if (!due_at) return null;
  return (
    <Fact label={t`Due`}>
      <Due day={due_at} done={state === "resolved" || state === "closed"} />
      {due && (
        <Text size="xs" c="dimmed">
          {due.institution?.name}
          {due.explanation && `: ${due.explanation}`}
        </Text>
      )}
    </Fact>
  );
}

function Assignee() {
  const { t } = useLingui();
  const one = useThisCase();
  const { me } = useSession();
  const [open, setOpen] = useState(false);
  const mayAssign = useMay("assign");
  const mayTake = useMay("take");
  const taking = useSending((here) =>
    api.POST("/api/v1/cases/{case_id}/assign/", { ...changing(here), body: { assignee: me.id } }),
  );
  return (
    <Fact label={t`Worked by`}>
      <Group gap="xs">
        <Text size="sm">{one.assignee?.name ?? t`Nobody yet`}</Text>
        {mayTake && (
          <Button
            size="compact-xs"
            variant="light"
            loading={taking.isPending}
            onClick={() => taking.mutate()}
          >
            <Trans>Take it</Trans>
          </Button>
        )}
        {mayAssign && (
          <Button size="compact-xs" variant="subtle" onClick={() => setOpen(true)}>
            <Trans>Assign</Trans>
          </Button>
        )}
      </Group>
      <ProblemAlert problem={taking.error} />
      {open && <AssignDialog onClose={() => setOpen(false)} />}
    </Fact>
  );
}

/** What everybody sees who may know of the case. */
export function CommonFacts({ seen }: { seen: CaseAsSeen }) {
  const { t } = useLingui();
  const dates = useDates();
  const word = useWord();
  const whole = isWhole(seen) ? seen : null;
  return (
    <>
      <Fact label={t`Category`}>{seen.category?.name ?? t`Not said yet`}</Fact>
      <Fact label={t`Institution`}>{seen.institution?.name ?? t`Not said yet`}</Fact>
      <Fact label={t`Place`}>{seen.place?.name ?? t`Not said yet`}</Fact>
      <Fact label={t`Severity`}>{word(SEVERITY, seen.severity)}</Fact>
      <Fact label={t`Received`}>
        {dates.day(seen.opened_at)}
        {whole?.complaint && ` · ${word(INTAKE_CHANNEL, whole.complaint.channel)}`}
      </Fact>
      <Fact label={t`Owner`}>{seen.owner.toUpperCase()}</Fact>
      {whole?.former_reference && <Fact label={t`Earlier number`}>{whole.former_reference}</Fact>}
    </>
  );
}

export function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <Text component="dt" size="xs" c="dimmed">
        {label}
      </Text>
      <Text component="dd" size="sm" m={0}>
        {children}
      </Text>
    </div>
  );
}
