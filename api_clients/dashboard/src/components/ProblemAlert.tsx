import { Trans } from "@lingui/react/macro";
import { Alert, Button, List, Stack, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { asProblem } from "@/lib/problems";

/** What went wrong, in the server's words; with a way to try again where that may help. */
export function ProblemAlert({ problem, onRetry }: { problem: unknown; onRetry?: () => void }) {
  if (!problem) return null;
  const { title, errors = [] } = asProblem(problem);
  return (
    <Alert color="red" icon={<IconAlertTriangle aria-hidden />} role="alert" title={title}>
      <Stack gap="xs" align="flex-start">
        {errors.length > 0 && (
          <List size="sm">
            {errors.map((one) => (
              <List.Item key={`${one.field} ${one.code}`}>
                <Text span size="sm">
                  {one.message}
                </Text>
              </List.Item>
            ))}
          </List>
        )}
        {onRetry && (
          <Button size="xs" variant="default" onClick={onRetry}>
            <Trans>Try again</Trans>
          </Button>
        )}
      </Stack>
    </Alert>
  );
}
