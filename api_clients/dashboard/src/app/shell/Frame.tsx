import { Trans, useLingui } from "@lingui/react/macro";
import { AppShell, Burger, Group, NavLink, ScrollArea, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useEffect } from "react";
import { Link, Outlet, useLocation, useMatch, useResolvedPath } from "react-router";
import { Busy } from "@/components/Loaded";
import { ConnectionBanner, SlowLine } from "./Connection";
import { type Destination, useDestinations } from "./destinations";
import { HeaderTools } from "./HeaderTools";
import { Keyboard } from "./Keyboard";
import { PaletteKey } from "./PaletteKey";
import { SessionGate } from "./SessionGate";

/** Header, navigation and the page: nothing of it is shown before it is known who looks. */
export function Frame() {
  return (
    <SessionGate fallback={<Busy lines={6} />}>
      <Shell />
    </SessionGate>
  );
}

function Shell() {
  const { t } = useLingui();
  const [opened, { toggle, close }] = useDisclosure();
  const destinations = useDestinations();
  const { pathname } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever has arrived needs no menu
  useEffect(close, [pathname]);
  return (
    <AppShell
      header={{ height: 52 }}
      navbar={{ width: 208, breakpoint: "sm", collapsed: { mobile: !opened } }}
      padding={{ base: "sm", sm: "md" }}
    >
      <a className="skip" href="#content">
        <Trans>To the content</Trans>
      </a>
      <AppShell.Header>
        <Group h="100%" px="sm" justify="space-between" wrap="nowrap" gap="xs">
          <Group gap="xs" wrap="nowrap">
            <Burger opened={opened} onClick={toggle} hiddenFrom="sm" size="sm" aria-label={t`Menu`} />
            <Text component={Link} to="/" fw={700} size="lg" c="inherit" td="none">
              Dosja
            </Text>
          </Group>
          <HeaderTools />
        </Group>
        <SlowLine />
      </AppShell.Header>
      <AppShell.Navbar p="xs" aria-label={t`Main`}>
        <ScrollArea>
          {destinations.map((one) => (
            <Place key={one.to} destination={one} />
          ))}
        </ScrollArea>
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1}>
        <ConnectionBanner />
        <Outlet />
      </AppShell.Main>
      <PaletteKey />
      <Keyboard />
    </AppShell>
  );
}

function Place({ destination: { to, label, Icon } }: { destination: Destination }) {
  const here = useMatch({ path: useResolvedPath(to).pathname, end: to === "/" });
  return (
    <NavLink
      component={Link}
      to={to}
      label={label}
      leftSection={<Icon size={18} aria-hidden />}
      active={here !== null}
      aria-current={here ? "page" : undefined}
      variant="light"
    />
  );
}
