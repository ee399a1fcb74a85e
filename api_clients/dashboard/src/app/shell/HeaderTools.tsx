import { Trans, useLingui } from "@lingui/react/macro";
import { ActionIcon, Button, Group, Menu, Text, Tooltip } from "@mantine/core";
import {
  IconBuildingCommunity,
  IconCheck,
  IconKeyboard,
  IconLanguage,
  IconLogout,
  IconSearch,
  IconShieldLock,
  IconUser,
} from "@tabler/icons-react";
import { Link } from "react-router";
import { Notices } from "@/features/intake/Notices";
import { $api, ifMatch } from "@/lib/api";
import { LANGUAGES, type Language, speak } from "@/lib/languages";
import { useSession } from "@/lib/session";
import { signOut } from "./auth";
import { showKeyboard } from "./Keyboard";
import { openPalette } from "./PaletteKey";

/** Search, news, partner, language, account. */
export function HeaderTools() {
  const { t } = useLingui();
  return (
    <Group gap={4} wrap="nowrap">
      <Tooltip label={t`Search and go (Ctrl K)`}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          onClick={openPalette}
          aria-label={t`Search and go`}
        >
          <IconSearch size={20} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Notices />
      <PartnerMenu />
      <LanguageMenu />
      <AccountMenu />
    </Group>
  );
}

function PartnerMenu() {
  const { t } = useLingui();
  const { me, partner, choosePartner } = useSession();
  if (!partner) return null;
  if (me.partners.length < 2) {
    return (
      <Text size="sm" visibleFrom="md" c="dimmed" px="xs">
        {partner.name}
      </Text>
    );
  }
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          px="xs"
          leftSection={<IconBuildingCommunity size={18} aria-hidden />}
          aria-label={t`Partner: ${partner.name}`}
        >
          <Text span size="sm" visibleFrom="xs">
            {partner.name}
          </Text>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {me.partners.map((one) => (
          <Menu.Item
            key={one.slug}
            onClick={() => choosePartner(one.slug)}
            rightSection={one.slug === partner.slug ? <IconCheck size={16} aria-label={t`chosen`} /> : null}
          >
            {one.name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function LanguageMenu() {
  const { t, i18n } = useLingui();
  const { me } = useSession();
  const save = $api.useMutation("patch", "/api/v1/me/");
  const choose = async (language: Language) => {
    await speak(language);
    save.mutate({ params: { header: { "If-Match": ifMatch(me.version) } }, body: { language } });
  };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t`Language`}>
          <IconLanguage size={20} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {(Object.entries(LANGUAGES) as [Language, string][]).map(([code, name]) => (
          <Menu.Item
            key={code}
            lang={code}
            onClick={() => void choose(code)}
            rightSection={code === i18n.locale ? <IconCheck size={16} aria-label={t`chosen`} /> : null}
          >
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function AccountMenu() {
  const { t } = useLingui();
  const { me } = useSession();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t`Account of ${me.name}`}>
          <IconUser size={20} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{me.name}</Menu.Label>
        <Menu.Item component={Link} to="/settings/own" leftSection={<IconShieldLock size={16} aria-hidden />}>
          <Trans>My account</Trans>
        </Menu.Item>
        <Menu.Item leftSection={<IconKeyboard size={16} aria-hidden />} onClick={showKeyboard}>
          <Trans>Keyboard</Trans>
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={() => void signOut()}>
          <Trans>Sign out</Trans>
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
