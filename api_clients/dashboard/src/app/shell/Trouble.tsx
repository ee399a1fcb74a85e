import { Trans } from "@lingui/react/macro";
import { Button, Stack, Text, Title } from "@mantine/core";
import { Component, type ReactNode } from "react";
import { useLocation } from "react-router";

/** Where a page could not be shown, this stands in its place: the rest of the dashboard goes on working. */
export function Trouble({ children }: { children: ReactNode }) {
  const { pathname } = useLocation();
  // Another address is another try.
  return <Boundary key={pathname}>{children}</Boundary>;
}

class Boundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    return this.state.failed ? <Unshown /> : this.props.children;
  }
}

/** Most often a new release whose files this window does not know yet. */
function Unshown() {
  return (
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
  );
}
