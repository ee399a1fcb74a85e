import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, Group, NumberInput, Paper, Select, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { ProblemAlert } from "@/components/ProblemAlert";
import { $api, ifMatch, type Schemas } from "@/lib/api";
import { useDates } from "@/lib/dates";
import { useWord } from "@/lib/own-words";
import { CASE_ENDING, CASE_KIND } from "@/lib/words";

type Policy = Schemas["RetentionPolicy"];
type Rule = { kind: Schemas["CaseKind"] | null; ending: Schemas["CaseEnding"] | null; months: number };

const KINDS = Object.keys(CASE_KIND) as Schemas["CaseKind"][];
const ENDINGS = Object.keys(CASE_ENDING) as Schemas["CaseEnding"][];

/** All rules at once: tried out first, then put in place of those before. */
export function RulesForm({ slug, policy }: { slug: string; policy: Policy }) {
  const { t } = useLingui();
  const [rules, setRules] = useState<Rule[]>(policy.rules as Rule[]);
  const preview = $api.useMutation("post", "/api/v1/partners/{slug}/retention/preview/");
  const save = $api.useMutation("put", "/api/v1/partners/{slug}/retention/");
  const change = (next: Rule[]) => {
    preview.reset();
    setRules(next);
  };
  const body = { rules };
  return (
    <Stack>
      {rules.map((rule, place) => (
        <RuleRow
          // Rows have no name but their place.
          key={place}
          rule={rule}
          policy={policy}
          onChange={(next) => change(rules.map((one, at) => (at === place ? next : one)))}
          onDrop={() => change(rules.filter((_, at) => at !== place))}
        />
      ))}
      <Group gap="xs">
        <Button
          variant="default"
          onClick={() => change([...rules, { kind: null, ending: null, months: 36 }])}
        >
          <Trans>Add a rule</Trans>
        </Button>
        {rules.length === 0 && (
          <Button variant="default" onClick={() => change(policy.suggested as Rule[])}>
            <Trans>Begin with what is suggested</Trans>
          </Button>
        )}
        <Button
          variant="default"
          loading={preview.isPending}
          onClick={() => preview.mutate({ params: { path: { slug } }, body })}
        >
          <Trans>What would that do?</Trans>
        </Button>
        <Button
          loading={save.isPending}
          onClick={() =>
            save.mutate({
              params: { path: { slug }, header: { "If-Match": ifMatch(policy.version) } },
              body,
            })
          }
        >
          <Trans>Save the rules</Trans>
        </Button>
      </Group>
      <Text size="sm" c="dimmed">
        {t`Of several rules the most exact one counts: how a case ended goes before its kind.`}
      </Text>
      {preview.data && <Outlook outlook={preview.data} />}
      <ProblemAlert problem={preview.error ?? save.error} />
    </Stack>
  );
}

interface RowProps {
  rule: Rule;
  policy: Policy;
  onChange: (rule: Rule) => void;
  onDrop: () => void;
}

function RuleRow({ rule, policy, onChange, onDrop }: RowProps) {
  const { t } = useLingui();
  const word = useWord();
  return (
    <Paper withBorder p="sm">
      <Group align="flex-end" gap="sm">
        <Select
          label={t`Kind`}
          w={{ base: "100%", xs: 240 }}
          placeholder={t`Every kind`}
          clearable
          data={KINDS.map((value) => ({ value, label: word(CASE_KIND, value) }))}
          value={rule.kind}
          onChange={(kind) => onChange({ ...rule, kind: kind as Rule["kind"] })}
        />
        <Select
          label={t`How it ended`}
          w={{ base: "100%", xs: 240 }}
          placeholder={t`However it ended`}
          clearable
          data={ENDINGS.map((value) => ({ value, label: word(CASE_ENDING, value) }))}
          value={rule.ending}
          onChange={(ending) => onChange({ ...rule, ending: ending as Rule["ending"] })}
        />
        <NumberInput
          label={t`Months`}
          w={110}
          min={policy.lowest_months}
          max={policy.highest_months}
          allowDecimal={false}
          value={rule.months}
          onChange={(months) => onChange({ ...rule, months: Number(months) })}
        />
        <Button variant="default" onClick={onDrop}>
          <Trans>Take away</Trans>
        </Button>
      </Group>
    </Paper>
  );
}

function Outlook({ outlook }: { outlook: Schemas["RetentionOutlook"] }) {
  const { t } = useLingui();
  const dates = useDates();
  return (
    <Alert color={outlook.is_many ? "red" : "blue"} role="status">
      <Stack gap={4}>
        <Text size="sm">
          {t`Of ${outlook.ended} cases that have ended, ${outlook.at_once} would be announced at once.`}
        </Text>
        {outlook.is_many && (
          <Text size="sm" fw={600}>
            <Trans>These are many. Look twice before you save.</Trans>
          </Text>
        )}
        {outlook.months.map(({ month, count }) => (
          <Text key={month} size="sm">
            {`${dates.day(month)}: ${count}`}
          </Text>
        ))}
      </Stack>
    </Alert>
  );
}
