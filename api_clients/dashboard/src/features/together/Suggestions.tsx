import { Trans, useLingui } from "@lingui/react/macro";
import { Anchor, Badge, Button, Card, Group, List, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { Link } from "react-router";
import { Loaded } from "@/components/Loaded";
import { Section } from "@/components/Section";
import { $api, type Schemas } from "@/lib/api";
import { useDates } from "@/lib/dates";
import { useMayOn } from "@/lib/may";
import { useWord } from "@/lib/own-words";
import { CASE_STATE, LIKENESS_STRENGTH } from "@/lib/words";
import { SideBySide } from "./SideBySide";

type Suggestion = Schemas["PossibleDuplicate"];
const COLORS: Record<Schemas["LikenessStrength"], string> = {
  strong: "red",
  likely: "orange",
  possible: "gray",
};

/** Cases that may be about the same matter, each with why. */
export function Suggestions({ caseId }: { caseId: string }) {
  const may = useMayOn(caseId);
  if (!may("triage_cases") && !may("work_cases")) return null;
  return <Suggested caseId={caseId} />;
}

function Suggested({ caseId }: { caseId: string }) {
  const [compared, setCompared] = useState<string | null>(null);
  const query = $api.useQuery(
    "get",
    "/api/v1/cases/{case_id}/duplicates/",
    { params: { path: { case_id: caseId } } },
    { staleTime: 60_000 },
  );
  const { t } = useLingui();
  return (
    <Section title={t`Possible duplicates`}>
      <Loaded query={query} isEmpty={(found) => found.suggestions.length === 0} empty={<Nothing />}>
        {(found) => (
          <>
            {found.suggestions.map((one) => (
              <SuggestionCard key={one.case.id} one={one} onCompare={() => setCompared(one.case.id)} />
            ))}
          </>
        )}
      </Loaded>
      {compared && <SideBySide caseId={caseId} otherId={compared} onClose={() => setCompared(null)} />}
    </Section>
  );
}

const Nothing = () => (
  <Text size="sm" c="dimmed">
    <Trans>No other case looks like this one.</Trans>
  </Text>
);

function SuggestionCard({ one, onCompare }: { one: Suggestion; onCompare: () => void }) {
  const word = useWord();
  const dates = useDates();
  return (
    <Card withBorder padding="sm" component="article" aria-label={one.case.reference}>
      <Stack gap="xs">
        <Group justify="space-between" gap="xs">
          <Group gap="xs">
            <Anchor component={Link} to={`/cases/${one.case.id}`} fw={600}>
              {one.case.reference}
            </Anchor>
            <Badge color={COLORS[one.strength]} variant="dot" tt="none">
              {word(LIKENESS_STRENGTH, one.strength)}
            </Badge>
          </Group>
          <Button size="xs" variant="default" onClick={onCompare}>
            <Trans>Compare</Trans>
          </Button>
        </Group>
        <Text size="sm">{one.case.summary || one.case.category?.name}</Text>
        <Text size="xs" c="dimmed">
          {dates.moment(one.case.opened_at)} · {word(CASE_STATE, one.case.state)}
        </Text>
        <List size="sm">
          {one.why.map((why) => (
            <List.Item key={why.code}>
              {why.label}
              {why.code === "same_words" && `: ${one.words.join(", ")}`}
            </List.Item>
          ))}
        </List>
      </Stack>
    </Card>
  );
}
