import { Trans } from "@lingui/react/macro";
import { Stack, Text } from "@mantine/core";
import { useDates } from "@/lib/dates";
import type { Referral } from "./queries";

/** What the institution asked, and what it was told. */
export function Clarifications({ referral }: { referral: Referral }) {
  const dates = useDates();
  return (
    <Stack gap="sm">
      {referral.clarifications.map((one) => (
        <Stack key={`${one.asked_on} ${one.question}`} gap={2}>
          <Text size="xs" c="dimmed">
            <Trans>Asked on {dates.shortDay(one.asked_on)}</Trans>
          </Text>
          <Text size="sm" style={{ whiteSpace: "pre-wrap" }}>
            {one.question}
          </Text>
          {one.given_on ? (
            <>
              <Text size="xs" c="dimmed">
                <Trans>Told on {dates.shortDay(one.given_on)}</Trans>
              </Text>
              <Text size="sm" style={{ whiteSpace: "pre-wrap" }}>
                {one.reply}
              </Text>
            </>
          ) : (
            <Text size="sm" fw={600}>
              <Trans>Not answered yet.</Trans>
            </Text>
          )}
        </Stack>
      ))}
    </Stack>
  );
}
