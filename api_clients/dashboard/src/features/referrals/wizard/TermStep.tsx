import { Trans, useLingui } from "@lingui/react/macro";
import { Card, Radio, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { Loaded } from "@/components/Loaded";
import { ProblemAlert } from "@/components/ProblemAlert";
import type { Schemas } from "@/lib/api";
import { useDates } from "@/lib/dates";
import { useWord } from "@/lib/own-words";
import { SILENCE } from "@/lib/words";
import { Caution, Mark } from "../Marks";
import { useOutlook } from "../queries";
import { Onward, type StepProps } from "./Onward";
import { useChanges } from "./useChanges";

const NONE = "";

/** By when the institution must answer: which law says so, and how the day is worked out. */
export function TermStep({ place, referral, onNext }: StepProps) {
  const { t } = useLingui();
  const outlook = useOutlook(place.caseId, referral.institution?.code ?? null);
  const kept = referral.deadline_rule ?? NONE;
  const [chosen, setChosen] = useState(kept);
  const saving = useChanges(place, referral, onNext);
  // The letter names the term: the same one again would have it looked over once more for nothing.
  const onward = () => (chosen === kept ? onNext() : saving.mutate({ deadline_rule: chosen || null }));
  return (
    <Loaded query={outlook} lines={6}>
      {({ terms }) => (
        <Stack gap="md">
          <Radio.Group label={t`By which legal term must it answer?`} value={chosen} onChange={setChosen}>
            <Stack gap="xs" mt="xs">
              {terms.map((one) => (
                <Term key={one.rule.code} term={one} />
              ))}
              <Card withBorder padding="sm">
                <Radio
                  value={NONE}
                  label={t`No legal term`}
                  description={t`No clock runs, and nobody is reminded.`}
                />
              </Card>
            </Stack>
          </Radio.Group>
          <ProblemAlert problem={saving.error} />
          <Onward onNext={onward} loading={saving.isPending} />
        </Stack>
      )}
    </Loaded>
  );
}

function Term({ term }: { term: Schemas["TermOutlook"] }) {
  const dates = useDates();
  const word = useWord();
  const { rule } = term;
  return (
    <Card withBorder padding="sm">
      <Radio
        value={rule.code}
        label={
          <>
            <Text span fw={600}>
              {rule.title}
            </Text>{" "}
            {term.is_suggested && (
              <Mark tone="blue">
                <Trans>usual in such cases</Trans>
              </Mark>
            )}
          </>
        }
      />
      <Stack gap={4} pl={32} mt={4}>
        <Text size="sm">
          {rule.law}
          {rule.article && `, ${rule.article}`}
        </Text>
        {term.due_at && (
          <Text size="sm" fw={600}>
            <Trans>If it leaves today, the answer is due on {dates.day(term.due_at)}.</Trans>
          </Text>
        )}
        {term.explanation && <Text size="sm">{term.explanation}</Text>}
        {rule.silence !== "unknown" && <Text size="sm">{word(SILENCE, rule.silence)}</Text>}
        {rule.notice && <Caution>{rule.notice}</Caution>}
      </Stack>
    </Card>
  );
}
