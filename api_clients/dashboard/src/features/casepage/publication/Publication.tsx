import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Badge, Button, Group, List, Paper, Stack, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ConfirmButton } from "@/components/ConfirmButton";
import { Loaded } from "@/components/Loaded";
import { ProblemAlert } from "@/components/ProblemAlert";
import { Section } from "@/components/Section";
import { $api, api, ifMatch, type Schemas } from "@/lib/api";
import { useDates } from "@/lib/dates";
import { useWord } from "@/lib/own-words";
import { FINDING_KIND, PUBLIC_SUMMARY_STATE, PUBLICATION_HINDRANCE } from "@/lib/words";
import { at, useThisCase } from "../case";
import { WriteSummary } from "./WriteSummary";

export type Publishing = Schemas["CasePublication"];
type Summary = Schemas["PublicSummary"];

/** What the public reads of this case: one person writes it, another publishes it, anybody withdraws it. */
export function Publication() {
  const { t } = useLingui();
  const one = useThisCase();
  const found = $api.useQuery("get", "/api/v1/cases/{case_id}/public-summary/", at(one.id));
  return (
    <Section
      title={t`What the public reads`}
      about={t`A short text of your own, never the complainant's words. Somebody else publishes it.`}
    >
      <Loaded query={found}>{(publishing) => <Shown publishing={publishing} />}</Loaded>
    </Section>
  );
}

function Shown({ publishing }: { publishing: Publishing }) {
  const [writing, setWriting] = useState(false);
  const { summary } = publishing;
  const may = publishing.allowed_actions;
  if (writing) return <WriteSummary publishing={publishing} onClose={() => setWriting(false)} />;
  return (
    <Stack gap="sm">
      {summary ? (
        <Words summary={summary} isPublic={publishing.is_public} />
      ) : (
        <Text size="sm">
          <Trans>The public reads nothing of this case.</Trans>
        </Text>
      )}
      <Against publishing={publishing} />
      <Group gap="xs">
        {may.includes("write") && (
          <Button variant="default" onClick={() => setWriting(true)}>
            {summary ? <Trans>Change the text</Trans> : <Trans>Write a text for the public</Trans>}
          </Button>
        )}
        <Steps publishing={publishing} />
      </Group>
    </Stack>
  );
}

function Words({ summary, isPublic }: { summary: Summary; isPublic: boolean }) {
  const { t } = useLingui();
  const word = useWord();
  const dates = useDates();
  const heldBack = summary.state === "published" && !isPublic;
  return (
    <Paper withBorder p="sm" lang={summary.language}>
      <Stack gap={4}>
        <Group gap="xs">
          <Text fw={600}>{summary.title}</Text>
          <Badge variant="light" tt="none" color={isPublic ? "teal" : "gray"}>
            {heldBack ? t`Held back` : word(PUBLIC_SUMMARY_STATE, summary.state)}
          </Badge>
        </Group>
        <Text size="sm" style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
          {summary.text}
        </Text>
        <Text size="xs" c="dimmed">
          {t`Written by ${summary.author?.name ?? ""} on ${dates.day(summary.written_at)}`}
          {summary.place && ` · ${summary.place.name}`}
        </Text>
        {summary.published_at && (
          <Text size="xs" c="dimmed">
            {t`Published by ${summary.published_by?.name ?? ""} on ${dates.day(summary.published_at)}`}
          </Text>
        )}
      </Stack>
    </Paper>
  );
}

/** What stands against it, and where in the text something looks like personal data. */
function Against({ publishing }: { publishing: Publishing }) {
  const { t } = useLingui();
  const word = useWord();
  const { hindrances, findings, summary } = publishing;
  if (hindrances.length === 0) return null;
  return (
    <Alert color="yellow" title={t`Not for the public as it is`} p="sm">
      <List size="sm">
        {hindrances.map((one) => (
          <List.Item key={one}>{word(PUBLICATION_HINDRANCE, one)}</List.Item>
        ))}
        {summary &&
          findings.map((one) => (
            <List.Item key={`${one.where}.${one.start}.${one.end}`}>
              {`${word(FINDING_KIND, one.kind)}: ${[...summary[one.where]].slice(one.start, one.end).join("")}`}
            </List.Item>
          ))}
      </List>
    </Alert>
  );
}

function Steps({ publishing }: { publishing: Publishing }) {
  const { t } = useLingui();
  const step = useStep(publishing.version);
  const may = publishing.allowed_actions;
  return (
    <>
      {may.includes("publish") && publishing.hindrances.length === 0 && (
        <ConfirmButton
          loading={step.isPending}
          question={t`Everybody will read it. Does nothing in it lead to a person?`}
          onConfirm={() => step.mutate("publish")}
        >
          <Trans>Publish</Trans>
        </ConfirmButton>
      )}
      {may.includes("withdraw") && (
        <Button color="red" variant="light" loading={step.isPending} onClick={() => step.mutate("withdraw")}>
          <Trans>Withdraw at once</Trans>
        </Button>
      )}
      <ProblemAlert problem={step.error} />
    </>
  );
}

function useStep(version: number) {
  const one = useThisCase();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (verb: "publish" | "withdraw") => {
      const params = { path: { case_id: one.id }, header: { "If-Match": ifMatch(version) } };
      const { error } =
        verb === "publish"
          ? await api.POST("/api/v1/cases/{case_id}/public-summary/publish/", { params })
          : await api.POST("/api/v1/cases/{case_id}/public-summary/withdraw/", { params });
      if (error) throw error;
    },
    // Also where somebody was faster: the next try is made from what is there now.
    onSettled: () => queries.invalidateQueries(),
  });
}
