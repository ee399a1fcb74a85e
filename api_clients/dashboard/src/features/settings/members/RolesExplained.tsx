import { Trans, useLingui } from "@lingui/react/macro";
import { Accordion, List, Stack, Text, Title } from "@mantine/core";
import { Loaded } from "@/components/Loaded";
import { $api, STEADY } from "@/lib/api";
import { PERMISSION, useWord } from "@/lib/own-words";
import { ROLE } from "@/lib/words";
import { useRoleHints } from "./roles";

/** What each role may do, as the server says it. */
export function RolesExplained() {
  const { t } = useLingui();
  const word = useWord();
  const hints = useRoleHints();
  const roles = $api.useQuery("get", "/api/v1/roles/", {}, STEADY);
  return (
    <Stack gap="xs" component="section" aria-label={t`What each role may do`}>
      <Title order={2} size="h4">
        <Trans>What each role may do</Trans>
      </Title>
      <Loaded query={roles}>
        {({ results }) => (
          <Accordion multiple variant="contained" order={3}>
            {results.map(({ role, permissions }) => (
              <Accordion.Item key={role} value={role}>
                <Accordion.Control>
                  <Text fw={600}>{word(ROLE, role)}</Text>
                  <Text size="sm" c="dimmed">
                    {word(hints, role)}
                  </Text>
                </Accordion.Control>
                <Accordion.Panel>
                  <List size="sm">
                    {permissions.map((one) => (
                      <List.Item key={one}>{word(PERMISSION, one)}</List.Item>
                    ))}
                  </List>
                </Accordion.Panel>
              </Accordion.Item>
            ))}
          </Accordion>
        )}
      </Loaded>
    </Stack>
  );
}
