import { Trans } from "@lingui/react/macro";
import { Button, Container, Stack, Text, Title } from "@mantine/core";

/** A page that could not be shown: most often a new release whose files this window does not know yet. */
export function RouteTrouble() {
  return (
    <Container py="xl" component="main">
      <Stack align="flex-start">
        <Title order={1} size="h2">
          <Trans>This page could not be shown</Trans>
        </Title>
        <Text>
          <Trans>Loading it anew helps most of the time. What you had typed is kept.</Trans>
        </Text>
        <Button onClick={() => window.location.reload()}>
          <Trans>Load the page anew</Trans>
        </Button>
      </Stack>
    </Container>
  );
}
