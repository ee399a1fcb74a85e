import { Group, Title } from "@mantine/core";
import { type ReactNode, useEffect } from "react";

/** The one heading of a page, also the name of its tab; beside it what can be done here. */
export function PageTitle({
  children,
  name,
  actions,
}: {
  children?: ReactNode;
  name: string;
  actions?: ReactNode;
}) {
  useEffect(() => {
    document.title = `${name} · Dosja`;
  }, [name]);
  return (
    <Group justify="space-between" align="center" gap="sm" mb="md">
      <Title order={1} size="h2">
        {children ?? name}
      </Title>
      {actions && <Group gap="xs">{actions}</Group>}
    </Group>
  );
}
