import { Trans, useLingui } from "@lingui/react/macro";
import { Anchor, Button, Group, Paper, Select, Stack, Text, Textarea } from "@mantine/core";
import { useState } from "react";
import { Link } from "react-router";
import { ConfirmButton } from "@/components/ConfirmButton";
import { Loaded } from "@/components/Loaded";
import { ProblemAlert } from "@/components/ProblemAlert";
import { Section } from "@/components/Section";
import { $api, ifMatch, type Schemas } from "@/lib/api";
import { useDates } from "@/lib/dates";
import { useWord } from "@/lib/own-words";
import { ERASURE_REFUSAL } from "@/lib/words";

type Refusal = Schemas["ErasureRefusal"];
const REFUSALS = Object.keys(ERASURE_REFUSAL) as Refusal[];

/** Complainants who ask that everything be erased, and the decision. */
export function Requests() {
  const { t } = useLingui();
  const asked = $api.useQuery("get", "/api/v1/erasure-requests/");
  return (
    <Section title={t`Requests of complainants`}>
      <Loaded query={asked} empty={t`Nobody asks for erasure.`}>
        {({ results }) => (
          <Stack gap="xs" component="ul" p={0} m={0} style={{ listStyle: "none" }}>
            {results.map((one) => (
              <Asked key={one.id} asked={one} />
            ))}
          </Stack>
        )}
      </Loaded>
    </Section>
  );
}

function Asked({ asked }: { asked: Schemas["ErasureRequest"] }) {
  const { t } = useLingui();
  const word = useWord();
  const dates = useDates();
  const [refusing, setRefusing] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>("legal_duty");
  const [words, setWords] = useState("");
  const grant = $api.useMutation("post", "/api/v1/erasure-requests/{request_id}/grant/");
  const refuse = $api.useMutation("post", "/api/v1/erasure-requests/{request_id}/refuse/");
  const params = { path: { request_id: asked.id }, header: { "If-Match": ifMatch(asked.version) } };
  return (
    <Paper component="li" withBorder p="sm">
      <Stack gap="xs">
        <Group gap="sm">
          <Anchor component={Link} to={`/cases/${asked.case}`}>
            {asked.reference}
          </Anchor>
          <Text size="sm" c="dimmed">
            {dates.moment(asked.asked_at)}
          </Text>
        </Group>
        <Group gap="xs">
          {asked.allowed_actions.includes("grant") && (
            <ConfirmButton
              size="xs"
              color="red"
              question={t`Everything of this case is erased within minutes. Nobody can bring it back.`}
              onConfirm={() => grant.mutate({ params })}
            >
              <Trans>Erase everything</Trans>
            </ConfirmButton>
          )}
          {asked.allowed_actions.includes("refuse") && !refusing && (
            <Button size="xs" variant="default" onClick={() => setRefusing(true)}>
              <Trans>Refuse</Trans>
            </Button>
          )}
        </Group>
        {refusing && (
          <>
            <Select
              label={t`Why we keep it`}
              description={t`The complainant reads this.`}
              allowDeselect={false}
              data={REFUSALS.map((value) => ({ value, label: word(ERASURE_REFUSAL, value) }))}
              value={refusal}
              onChange={(value) => setRefusal(value as Refusal)}
            />
            <Textarea
              label={t`More about it, for the complainant`}
              maxLength={2000}
              autosize
              value={words}
              onChange={(event) => setWords(event.currentTarget.value)}
            />
            <Group gap="xs">
              <Button
                size="xs"
                loading={refuse.isPending}
                onClick={() => refuse.mutate({ params, body: { refusal, words } })}
              >
                <Trans>Refuse and tell why</Trans>
              </Button>
              <Button size="xs" variant="default" onClick={() => setRefusing(false)}>
                <Trans>Cancel</Trans>
              </Button>
            </Group>
          </>
        )}
        <ProblemAlert problem={grant.error ?? refuse.error} />
      </Stack>
    </Paper>
  );
}
