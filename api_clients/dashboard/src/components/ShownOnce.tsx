import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, Code, Group, Stack, Text } from "@mantine/core";
import { type ReactNode, useRef, useState } from "react";

interface Secret {
  name: string;
  value: string;
}

/** A secret that is told now and never again. */
export function ShownOnce({
  title,
  secrets,
  children,
}: {
  title: string;
  secrets: Secret[];
  children: ReactNode;
}) {
  return (
    <Alert color="yellow" title={title} role="status">
      <Stack gap="sm">
        <Text size="sm">{children}</Text>
        {secrets.map((secret) => (
          <One key={secret.name} {...secret} />
        ))}
      </Stack>
    </Alert>
  );
}

/** The page may not write to the clipboard by itself; the browser copies what is selected, which it may. */
function One({ name, value }: Secret) {
  const { t } = useLingui();
  const shown = useRef<HTMLElement>(null);
  const [copied, setCopied] = useState(false);
  const copy = () => {
    if (shown.current) window.getSelection()?.selectAllChildren(shown.current);
    setCopied(document.execCommand("copy"));
  };
  return (
    <Stack gap={4}>
      <Text size="xs" fw={600}>
        {name}
      </Text>
      <Group gap="xs" align="center">
        <Code ref={shown} style={{ overflowWrap: "anywhere", userSelect: "all" }}>
          {value}
        </Code>
        <Button size="compact-xs" variant="default" onClick={copy} aria-label={t`Copy: ${name}`}>
          {copied ? <Trans>Copied</Trans> : <Trans>Copy</Trans>}
        </Button>
      </Group>
    </Stack>
  );
}
