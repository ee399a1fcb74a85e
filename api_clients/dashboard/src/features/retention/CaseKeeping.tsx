import { Trans, useLingui } from "@lingui/react/macro";
import { Badge, Button, Group, Paper, Select, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { ConfirmButton } from "@/components/ConfirmButton";
import { Loaded } from "@/components/Loaded";
import { ProblemAlert } from "@/components/ProblemAlert";
import { Section } from "@/components/Section";
import { $api, ifMatch, type Schemas } from "@/lib/api";
import { useDates } from "@/lib/dates";
import { useWord } from "@/lib/own-words";
import { ERASURE_BLOCKER, HOLD_REASON } from "@/lib/words";

type Reason = Schemas["HoldReason"];
const REASONS = Object.keys(HOLD_REASON) as Reason[];

/** How long this case is kept, what keeps it, and legal holds. */
export function CaseKeeping({ caseId }: { caseId: string }) {
  const { t } = useLingui();
  const [setting, setSetting] = useState(false);
  const params = { path: { case_id: caseId } };
  const keeping = $api.useQuery("get", "/api/v1/cases/{case_id}/retention/", { params });
  const holds = $api.useQuery("get", "/api/v1/cases/{case_id}/holds/", { params });
  return (
    <Section title={t`Keeping and erasing`}>
      <Loaded query={keeping}>{(found) => <Keeping keeping={found} />}</Loaded>
      <Loaded query={holds} empty={t`No legal hold was set.`}>
        {({ results }) => (
          <Stack gap="xs" component="ul" p={0} m={0} style={{ listStyle: "none" }}>
            {results.map((one) => (
              <Hold key={one.id} caseId={caseId} hold={one} />
            ))}
          </Stack>
        )}
      </Loaded>
      {keeping.data?.may_hold &&
        (setting ? (
          <NewHold caseId={caseId} onClose={() => setSetting(false)} />
        ) : (
          <div>
            <Button variant="default" onClick={() => setSetting(true)}>
              <Trans>Set a legal hold</Trans>
            </Button>
          </div>
        ))}
    </Section>
  );
}

function Keeping({ keeping }: { keeping: Schemas["CaseKeeping"] }) {
  const { t } = useLingui();
  const word = useWord();
  const dates = useDates();
  return (
    <Stack gap={4}>
      <Text size="sm">
        {keeping.erased_on
          ? t`This case will be erased on ${dates.day(keeping.erased_on)}.`
          : keeping.due_on
            ? t`By the rules it is kept until ${dates.day(keeping.due_on)}.`
            : keeping.ending
              ? t`No rule applies: it is kept.`
              : t`The time of keeping begins when the case ends.`}
      </Text>
      {keeping.ending &&
        keeping.blockers.map((one) => (
          <Text key={one} size="sm" c="dimmed">
            {word(ERASURE_BLOCKER, one)}
          </Text>
        ))}
    </Stack>
  );
}

function Hold({ caseId, hold }: { caseId: string; hold: Schemas["LegalHold"] }) {
  const { t } = useLingui();
  const word = useWord();
  const dates = useDates();
  const [until, setUntil] = useState(hold.until);
  const extend = $api.useMutation("post", "/api/v1/cases/{case_id}/holds/{hold_id}/extend/");
  const end = $api.useMutation("post", "/api/v1/cases/{case_id}/holds/{hold_id}/end/");
  const params = {
    path: { case_id: caseId, hold_id: hold.id },
    header: { "If-Match": ifMatch(hold.version) },
  };
  return (
    <Paper component="li" withBorder p="sm">
      <Stack gap="xs">
        <Group gap="xs">
          <Text fw={600} size="sm">
            {word(HOLD_REASON, hold.reason)}
          </Text>
          <Badge variant="light" tt="none" color={hold.stands ? "blue" : "gray"}>
            {hold.stands ? t`Stands until ${dates.day(hold.until)}` : t`Over`}
          </Badge>
        </Group>
        <Text size="sm" style={{ overflowWrap: "anywhere" }}>
          {hold.words}
        </Text>
        {hold.allowed_actions.includes("extend") && (
          <Group gap="xs" align="flex-end">
            <TextInput
              type="date"
              label={t`Until`}
              value={until}
              onChange={(event) => setUntil(event.currentTarget.value)}
            />
            <Button
              variant="default"
              loading={extend.isPending}
              disabled={!until || until === hold.until}
              onClick={() => extend.mutate({ params, body: { until } })}
            >
              <Trans>Extend</Trans>
            </Button>
            <ConfirmButton
              variant="default"
              question={t`The rules apply again. The case is announced anew before it is erased.`}
              onConfirm={() => end.mutate({ params })}
            >
              <Trans>End the hold</Trans>
            </ConfirmButton>
          </Group>
        )}
        <ProblemAlert problem={extend.error ?? end.error} />
      </Stack>
    </Paper>
  );
}

function NewHold({ caseId, onClose }: { caseId: string; onClose: () => void }) {
  const { t } = useLingui();
  const word = useWord();
  const [reason, setReason] = useState<Reason>("court");
  const [words, setWords] = useState("");
  const [until, setUntil] = useState("");
  const create = $api.useMutation("post", "/api/v1/cases/{case_id}/holds/");
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        create.mutate(
          { params: { path: { case_id: caseId } }, body: { reason, words, until } },
          { onSuccess: onClose },
        );
      }}
    >
      <Stack>
        <Select
          label={t`Reason`}
          allowDeselect={false}
          data={REASONS.map((value) => ({ value, label: word(HOLD_REASON, value) }))}
          value={reason}
          onChange={(value) => setReason(value as Reason)}
        />
        <Textarea
          label={t`Why, in words`}
          description={t`Only who reads the case reads this. It is erased with the case.`}
          required
          maxLength={2000}
          autosize
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        <TextInput
          type="date"
          label={t`Until`}
          description={t`At most a year ahead; it can be extended.`}
          required
          value={until}
          onChange={(event) => setUntil(event.currentTarget.value)}
        />
        <ProblemAlert problem={create.error} />
        <Group gap="xs">
          <Button type="submit" loading={create.isPending}>
            <Trans>Set the hold</Trans>
          </Button>
          <Button variant="default" onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
