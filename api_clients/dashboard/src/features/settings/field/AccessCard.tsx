import { Trans, useLingui } from "@lingui/react/macro";
import { Badge, Group, Paper, Stack, Text } from "@mantine/core";
import { ConfirmButton } from "@/components/ConfirmButton";
import { ProblemAlert } from "@/components/ProblemAlert";
import { $api, ifMatch, type Schemas } from "@/lib/api";
import { useDates } from "@/lib/dates";

/** One access: for whom it is, when it was last used, and the way to end it. */
export function AccessCard({ slug, access }: { slug: string; access: Schemas["FieldAccess"] }) {
  const { t } = useLingui();
  const dates = useDates();
  const end = $api.useMutation("post", "/api/v1/partners/{slug}/field_accesses/{access_id}/end/");
  const used = access.last_used_on ? t`last used ${dates.shortDay(access.last_used_on)}` : t`not used so far`;
  return (
    <Paper component="li" withBorder p="sm">
      <Group justify="space-between" gap="sm">
        <Stack gap={4} miw={0}>
          <Text fw={600} style={{ overflowWrap: "anywhere" }}>
            {access.name}
          </Text>
          <Text size="sm" c="dimmed" style={{ overflowWrap: "anywhere" }}>
            {access.user_name} · {used}
          </Text>
          {access.ended_at && (
            <Badge variant="light" color="gray" tt="none">
              <Trans>ended {dates.shortDay(access.ended_at)}</Trans>
            </Badge>
          )}
          <ProblemAlert problem={end.error} />
        </Stack>
        {!access.ended_at && (
          <ConfirmButton
            size="xs"
            variant="default"
            question={t`It is shut out at once and for good. What the telephone has not sent stays on it.`}
            onConfirm={() =>
              end.mutate({
                params: {
                  path: { slug, access_id: access.id },
                  header: { "If-Match": ifMatch(access.version) },
                },
              })
            }
          >
            <Trans>End the access</Trans>
          </ConfirmButton>
        )}
      </Group>
    </Paper>
  );
}
