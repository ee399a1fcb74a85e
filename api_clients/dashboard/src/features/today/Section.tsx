import { Badge, Group, Paper, Stack, Title } from "@mantine/core";
import type { ReactNode } from "react";
import type { Part } from "./parts";

type Name = Part | "identities";

export const anchor = (part: Name) => `part-${part}`;

export function countOf(found: { count: number; capped: boolean } | null): string {
  if (!found) return "";
  return found.capped ? `${found.count}+` : String(found.count);
}

interface Props {
  part: Name;
  title: string;
  count: string;
  loud?: boolean;
  more?: ReactNode;
  children: ReactNode;
}

/** One part of the day: its name, how much there is of it, its rows. */
export function Section({ part, title, count, loud = false, more, children }: Props) {
  const id = anchor(part);
  return (
    <Paper
      component="section"
      withBorder
      aria-labelledby={`${id}-title`}
      id={id}
      style={{ scrollMarginTop: 64 }}
    >
      <Group justify="space-between" px="sm" py={8} wrap="nowrap" gap="xs">
        <Group gap="xs" wrap="nowrap">
          <Title order={2} size="h5" id={`${id}-title`}>
            {title}
          </Title>
          <Badge color={loud ? "red" : "gray"} variant={loud ? "filled" : "light"}>
            {count}
          </Badge>
        </Group>
        {more}
      </Group>
      <Stack gap={0} component="ul" m={0} p={0} style={{ listStyle: "none" }}>
        {children}
      </Stack>
    </Paper>
  );
}
