import { Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";

/** A heading, what it means in a sentence, and what stands there. */
export function Section({ title, about, children }: { title: string; about?: string; children: ReactNode }) {
  return (
    <Stack gap="sm" component="section" aria-label={title}>
      <div>
        <Title order={2} size="h4">
          {title}
        </Title>
        {about && (
          <Text size="sm" c="dimmed">
            {about}
          </Text>
        )}
      </div>
      {children}
    </Stack>
  );
}
