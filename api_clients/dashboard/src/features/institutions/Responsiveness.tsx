import { Trans, useLingui } from "@lingui/react/macro";
import { Group, Paper, Stack, Text, VisuallyHidden } from "@mantine/core";
import type { Schemas } from "@/lib/api";
import type { Answered } from "./responsiveness";

/** In one line, for lists. */
export function ResponsivenessLine({ answered }: { answered: Answered | undefined }) {
  if (!answered || answered.sent?.is_hidden) return null;
  const { in_time_rate, silence_rate, median_days } = answered;
  return (
    <Group gap="xs" component="span">
      {has(in_time_rate) && (
        <Text span size="sm">
          <Trans>{in_time_rate.value} % in time</Trans>
        </Text>
      )}
      {has(silence_rate) && (
        <Text span size="sm" c={silence_rate.value >= 50 ? "red" : undefined}>
          <Trans>{silence_rate.value} % silent</Trans>
        </Text>
      )}
      {has(median_days) && (
        <Text span size="sm" c="dimmed">
          <Trans>median {median_days.value} days</Trans>
        </Text>
      )}
    </Group>
  );
}

/** All of it, with what it means. */
export function ResponsivenessPanel({
  answered,
  notes,
}: {
  answered: Answered | undefined;
  notes: string[];
}) {
  const { t } = useLingui();
  if (!answered) {
    return (
      <Text c="dimmed" size="sm">
        <Trans>No letter of yours went there this year, or too few to tell numbers.</Trans>
      </Text>
    );
  }
  return (
    <Stack gap="sm">
      <Group gap="sm">
        <Figure label={t`Letters this year`} cell={answered.sent} />
        <Figure label={t`Answered in time`} cell={answered.in_time_rate} unit="%" />
        <Figure label={t`Silent`} cell={answered.silence_rate} unit="%" />
        <Figure label={t`Median days to the answer`} cell={answered.median_days} />
      </Group>
      {notes.map((note) => (
        <Text key={note} size="sm" c="dimmed" maw="70ch">
          {note}
        </Text>
      ))}
    </Stack>
  );
}

function Figure({
  label,
  cell,
  unit,
}: {
  label: string;
  cell: Schemas["StatisticCell"] | undefined;
  unit?: string;
}) {
  return (
    <Paper withBorder p="sm" miw={130}>
      <Text size="xl" fw={650}>
        {has(cell) ? (
          `${cell.value}${unit ? ` ${unit}` : ""}`
        ) : (
          <Missing isHidden={cell?.is_hidden ?? false} />
        )}
      </Text>
      <Text size="sm" c="dimmed">
        {label}
      </Text>
    </Paper>
  );
}

function Missing({ isHidden }: { isHidden: boolean }) {
  return (
    <>
      <span aria-hidden>–</span>
      <VisuallyHidden>{isHidden ? <Trans>hidden</Trans> : <Trans>not known</Trans>}</VisuallyHidden>
    </>
  );
}

const has = (cell: Schemas["StatisticCell"] | undefined): cell is { value: number; is_hidden: boolean } =>
  cell !== undefined && cell.value !== null;
