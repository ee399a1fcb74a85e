import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, Code, CopyButton, Group, Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";

/** A secret that is told now and never again. */
export function ShownOnce({
  title,
  secrets,
  children,
}: {
  title: string;
  secrets: { name: string; value: string }[];
  children: ReactNode;
}) {
  const { t } = useLingui();
  return (
    <Alert color="yellow" title={title} role="status">
      <Stack gap="sm">
        <Text size="sm">{children}</Text>
        {secrets.map(({ name, value }) => (
          <Stack key={name} gap={4}>
            <Text size="xs" fw={600}>
              {name}
            </Text>
            <Group gap="xs" align="center">
              <Code style={{ overflowWrap: "anywhere", userSelect: "all" }}>{value}</Code>
              <CopyButton value={value}>
                {({ copied, copy }) => (
                  <Button size="compact-xs" variant="default" onClick={copy} aria-label={t`Copy: ${name}`}>
                    {copied ? <Trans>Copied</Trans> : <Trans>Copy</Trans>}
                  </Button>
                )}
              </CopyButton>
            </Group>
          </Stack>
        ))}
      </Stack>
    </Alert>
  );
}
