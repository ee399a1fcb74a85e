import { Trans, useLingui } from "@lingui/react/macro";
import { Anchor, Badge, Card, Group, Stack, Text } from "@mantine/core";
import { Link } from "react-router";
import { ConfirmButton } from "@/components/ConfirmButton";
import { ProblemAlert } from "@/components/ProblemAlert";
import { Section } from "@/components/Section";
import { $api, type Schemas } from "@/lib/api";
import { useDates } from "@/lib/dates";
import { useWord } from "@/lib/own-words";
import { CASE_STATE } from "@/lib/words";

type Merge = Schemas["Merge"];

/** What was merged into this case, or what this one was merged into, with the way back. */
export function CaseMerges({ caseId }: { caseId: string }) {
  const { t } = useLingui();
  const { data } = $api.useQuery("get", "/api/v1/cases/{case_id}/merges/", {
    params: { path: { case_id: caseId }, query: { page_size: 200 } },
  });
  const merges = data?.results ?? [];
  if (merges.length === 0) return null;
  return (
    <Section title={t`Merged cases`}>
      {merges.map((one) => (
        <MergeCard key={one.id} caseId={caseId} merge={one} />
      ))}
    </Section>
  );
}

function MergeCard({ caseId, merge }: { caseId: string; merge: Merge }) {
  const undo = $api.useMutation("post", "/api/v1/cases/{case_id}/merges/{merge_id}/undo/");
  return (
    <Card withBorder padding="sm">
      <Group justify="space-between" gap="sm">
        <Stack gap={2}>
          <Which caseId={caseId} merge={merge} />
          <When merge={merge} />
        </Stack>
        {merge.may_undo && (
          <ConfirmButton
            size="xs"
            variant="default"
            loading={undo.isPending}
            question={<BackTo merge={merge} />}
            onConfirm={() => undo.mutate({ params: { path: { case_id: caseId, merge_id: merge.id } } })}
          >
            <Trans>Undo</Trans>
          </ConfirmButton>
        )}
      </Group>
      <ProblemAlert problem={undo.error} />
    </Card>
  );
}

function Which({ caseId, merge }: { caseId: string; merge: Merge }) {
  const here = merge.kept.id === caseId;
  const other = here ? merge.duplicate : merge.kept;
  const link = (
    <Anchor component={Link} to={`/cases/${other.id}`}>
      {other.reference}
    </Anchor>
  );
  return (
    <Group gap="xs">
      <Text size="sm">
        {here ? (
          <Trans>{link} is a duplicate of this case</Trans>
        ) : (
          <Trans>This is a duplicate of {link}</Trans>
        )}
      </Text>
      {merge.ended_at && (
        <Badge color="gray" variant="dot">
          <Trans>Undone</Trans>
        </Badge>
      )}
    </Group>
  );
}

function When({ merge }: { merge: Merge }) {
  const dates = useDates();
  const ended = merge.ended_at;
  const moment = dates.moment(ended ?? merge.merged_at);
  const name = (ended ? merge.ended_by : merge.merged_by)?.name;
  return (
    <Text size="xs" c="dimmed">
      {name ? `${moment} · ${name}` : moment}
    </Text>
  );
}

function BackTo({ merge }: { merge: Merge }) {
  const word = useWord();
  const state = word(CASE_STATE, merge.state_before);
  return (
    <Trans>
      {merge.duplicate.reference} becomes a case of its own again, in the state “{state}”. Its complainant is
      told.
    </Trans>
  );
}
