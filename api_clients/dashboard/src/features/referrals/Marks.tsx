import { Badge, Group, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import type { ReactNode } from "react";

/** A fact in a word or two. The colour helps; the words, in the page's own ink, say it. */
export function Mark({ tone, children }: { tone: string; children: ReactNode }) {
  return (
    <Badge
      variant="light"
      color={tone}
      c="var(--mantine-color-text)"
      tt="none"
      fw={600}
      h="auto"
      mih={20}
      styles={{ label: { whiteSpace: "normal" } }}
    >
      {children}
    </Badge>
  );
}

/** What somebody should not overlook. */
export function Caution({ children }: { children: ReactNode }) {
  return (
    <Group gap={6} wrap="nowrap" align="flex-start">
      <IconAlertTriangle size={18} aria-hidden style={{ flexShrink: 0 }} />
      <Text size="sm" fw={600}>
        {children}
      </Text>
    </Group>
  );
}
