import { Trans, useLingui } from "@lingui/react/macro";
import { Checkbox, Stack, Text } from "@mantine/core";
import type { Schemas } from "@/lib/api";
import { useWord } from "@/lib/own-words";
import { ROLE } from "@/lib/words";
import { useRoleHints } from "./roles";

type Role = Schemas["Role"];

/** The roles that somebody is given, each with what it is for. */
export function RolesInput({
  value,
  onChange,
  error,
}: {
  value: Role[];
  onChange: (roles: Role[]) => void;
  error?: string;
}) {
  const { t } = useLingui();
  const word = useWord();
  const hints = useRoleHints();
  return (
    <Checkbox.Group
      label={t`Roles`}
      description={
        <Trans>Several are possible. What each may do in detail stands at the end of the page.</Trans>
      }
      value={value}
      onChange={(roles) => onChange(roles as Role[])}
      error={error}
    >
      <Stack gap="xs" mt="xs">
        {(Object.keys(ROLE) as Role[]).map((role) => (
          <Checkbox
            key={role}
            value={role}
            label={word(ROLE, role)}
            description={
              <Text span size="xs">
                {word(hints, role)}
              </Text>
            }
          />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}
