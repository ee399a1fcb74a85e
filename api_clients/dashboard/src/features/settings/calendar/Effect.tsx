import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { List, Paper, Stack, Text } from "@mantine/core";
import { Loaded } from "@/components/Loaded";
import { $api, type Schemas } from "@/lib/api";
import { useDates } from "@/lib/dates";

/** What a day would move, before it is entered. Numbers alone, of all partners together. */
export function Effect({ day }: { day: Schemas["DayOfDecreeRequest"] }) {
  const { t } = useLingui();
  const effect = $api.useQuery("post", "/api/v1/calendar-effects/", { body: day });
  return (
    <Paper withBorder p="sm" component="section" aria-label={t`What would move`} aria-live="polite">
      <Loaded query={effect} lines={1}>
        {({ clocks, appeals, is_all }) => (
          <Stack gap="xs">
            {clocks.length + appeals.length === 0 ? (
              <Text size="sm">
                <Trans>No running term would move.</Trans>
              </Text>
            ) : (
              <>
                <Moves title={t`Terms of institutions`} moves={clocks} />
                <Moves title={t`Last days for appeals`} moves={appeals} />
              </>
            )}
            {!is_all && (
              <Text size="xs" c="dimmed">
                <Trans>There are more than were looked at.</Trans>
              </Text>
            )}
          </Stack>
        )}
      </Loaded>
    </Paper>
  );
}

function Moves({ title, moves }: { title: string; moves: Schemas["Move"][] }) {
  const dates = useDates();
  if (moves.length === 0) return null;
  return (
    <div>
      <Text size="sm" fw={600}>
        {title}
      </Text>
      <List size="sm">
        {moves.map((one) => (
          <List.Item key={one.before + one.after}>
            <Plural
              value={one.count}
              one={`# moves from ${dates.shortDay(one.before)} to ${dates.shortDay(one.after)}`}
              other={`# move from ${dates.shortDay(one.before)} to ${dates.shortDay(one.after)}`}
            />
          </List.Item>
        ))}
      </List>
    </div>
  );
}
