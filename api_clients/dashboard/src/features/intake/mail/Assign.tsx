import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Group, Paper, Radio, Stack, Text, Title } from "@mantine/core";
import { useState } from "react";
import { ProblemAlert } from "@/components/ProblemAlert";
import { CasePicker } from "@/features/caselist";
import { $api, ifMatch, type Schemas } from "@/lib/api";
import { useDates } from "@/lib/dates";
import { useWord } from "@/lib/own-words";
import { ANSWER_DECISION, REFERRAL_STATE, SUGGESTION_REASON } from "@/lib/words";

type Mail = Schemas["IncomingMailWords"];
type Decision = Schemas["AnswerDecision"];

const DECISIONS = Object.keys(ANSWER_DECISION) as Decision[];
const ANOTHER = "another";

/** To which letter of ours it is the answer, and of what kind. */
export function Assign({ mail, onSorted }: { mail: Mail; onSorted: () => void }) {
  const { t } = useLingui();
  const word = useWord();
  const [chosen, setChosen] = useState<string>(mail.suggestions[0]?.referral ?? ANOTHER);
  const [another, setAnother] = useState<Where | null>(null);
  const [decision, setDecision] = useState<Decision>("final");
  const assign = $api.useMutation("post", "/api/v1/incoming-mail/{mail_id}/assign/", { onSuccess: onSorted });
  const suggested = mail.suggestions.find((one) => one.referral === chosen);
  const where: Where | null = suggested ?? (chosen === ANOTHER ? another : null);
  return (
    <Paper withBorder p="md" component="section">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!where) return;
          assign.mutate({
            params: { path: { mail_id: mail.id }, header: { "If-Match": ifMatch(mail.version) } },
            body: { case: where.case, referral: where.referral, standing: decision },
          });
        }}
      >
        <Stack gap="sm">
          <Title order={3} size="h6">
            <Trans>To which letter is it the answer?</Trans>
          </Title>
          <Radio.Group value={chosen} onChange={setChosen} aria-label={t`Letter`}>
            <Stack gap="xs">
              {mail.suggestions.map((one) => (
                <Suggested key={one.referral} one={one} />
              ))}
              <Radio value={ANOTHER} label={t`Another one`} />
            </Stack>
          </Radio.Group>
          {chosen === ANOTHER && <AnotherLetter value={another} onChange={setAnother} />}
          <Radio.Group
            label={t`What is it?`}
            value={decision}
            onChange={(value) => setDecision(DECISIONS.find((one) => one === value) ?? "final")}
          >
            <Stack gap="xs" mt={4}>
              {DECISIONS.map((one) => (
                <Radio key={one} value={one} label={word(ANSWER_DECISION, one)} />
              ))}
            </Stack>
          </Radio.Group>
          <ProblemAlert problem={assign.error} />
          <Group>
            <Button type="submit" disabled={!where} loading={assign.isPending}>
              <Trans>Bring it to the case</Trans>
            </Button>
          </Group>
        </Stack>
      </form>
    </Paper>
  );
}

interface Where {
  case: string;
  referral: string;
}

function Suggested({ one }: { one: Mail["suggestions"][number] }) {
  const { t } = useLingui();
  const word = useWord();
  const dates = useDates();
  return (
    <Radio
      value={one.referral}
      label={[one.reference, one.institution?.name].filter(Boolean).join(" · ")}
      description={`${word(SUGGESTION_REASON, one.reason)} · ${t`sent on ${dates.shortDay(one.sent_on)}`}`}
    />
  );
}

interface AnotherProps {
  value: Where | null;
  onChange: (where: Where | null) => void;
}

/** First the case, then which of its letters. */
function AnotherLetter({ value, onChange }: AnotherProps) {
  const [row, setRow] = useState<Schemas["CaseRow"] | null>(null);
  return (
    <Stack gap="xs" pl="lg">
      <CasePicker
        value={row}
        onChange={(next) => {
          setRow(next);
          onChange(null);
        }}
      />
      {row && <Letters caseId={row.id} value={value} onChange={onChange} />}
    </Stack>
  );
}

function Letters({ caseId, value, onChange }: AnotherProps & { caseId: string }) {
  const { t } = useLingui();
  const word = useWord();
  const { data, error } = $api.useQuery("get", "/api/v1/cases/{case_id}/referrals/", {
    params: { path: { case_id: caseId } },
  });
  const letters = data?.results ?? [];
  if (data && letters.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        <Trans>This case has gone to no institution yet.</Trans>
      </Text>
    );
  }
  return (
    <>
      <ProblemAlert problem={error} />
      <Radio.Group
        aria-label={t`Letter of this case`}
        value={value?.referral ?? ""}
        onChange={(referral) => onChange({ case: caseId, referral })}
      >
        <Stack gap="xs">
          {letters.map((one) => (
            <Radio
              key={one.id}
              value={one.id}
              label={one.institution?.name}
              description={word(REFERRAL_STATE, one.state)}
            />
          ))}
        </Stack>
      </Radio.Group>
    </>
  );
}
