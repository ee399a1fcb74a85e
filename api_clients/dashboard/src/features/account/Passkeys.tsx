import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Group, Paper, Stack, Text, TextInput, Title } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useDates } from "@/lib/dates";
import { PasskeyForm } from "./PasskeyForm";
import { PasswordBox, Refusal, useAct } from "./parts";
import { passkeysWork, removePasskey, renamePasskey } from "./passkeys";
import { type Authenticator, reauthenticate } from "./second-factor";

/** The passkeys that one has: each signs in alone or as second step. */
export function Passkeys({ passkeys }: { passkeys: Authenticator[] }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const [adding, setAdding] = useState(false);
  const changed = async () => {
    setAdding(false);
    await client.invalidateQueries({ queryKey: ["second-factor"] });
  };
  return (
    <Stack component="section" aria-label={t`Passkeys`}>
      <Title order={3} size="h5">
        <Trans>Passkeys</Trans>
      </Title>
      <Text>
        <Trans>
          A passkey lies in your telephone, your computer or a key on your ring. It signs in without a code,
          and cannot be given to a false page by mistake.
        </Trans>
      </Text>
      {passkeys.length > 0 && (
        <Stack gap="xs" component="ul" p={0} m={0} style={{ listStyle: "none" }}>
          {passkeys.map((one) => (
            <Passkey key={one.id} passkey={one} onChanged={changed} />
          ))}
        </Stack>
      )}
      {adding ? (
        <PasskeyForm onAdded={changed} />
      ) : passkeysWork() ? (
        <Group>
          <Button variant="default" onClick={() => setAdding(true)}>
            <Trans>Add a passkey</Trans>
          </Button>
        </Group>
      ) : (
        <Text size="sm" c="dimmed">
          <Trans>This browser cannot use passkeys.</Trans>
        </Text>
      )}
    </Stack>
  );
}

interface PasskeyProps {
  passkey: Authenticator;
  onChanged: () => Promise<void>;
}

function Passkey({ passkey, onChanged }: PasskeyProps) {
  const { t } = useLingui();
  const dates = useDates();
  const [open, setOpen] = useState(false);
  const [name, setName] = useState(passkey.name ?? "");
  const [password, setPassword] = useState("");
  const id = passkey.id ?? 0;
  const act = (work: () => Promise<void>) => async () => {
    await reauthenticate(password);
    await work();
    setOpen(false);
    await onChanged();
  };
  const rename = useAct(act(() => renamePasskey(id, name.trim())));
  const remove = useAct(act(() => removePasskey(id)));
  const since = dates.moment(new Date(passkey.created_at * 1000).toISOString());
  return (
    <Paper component="li" withBorder p="sm">
      <Stack gap="sm">
        <Group justify="space-between">
          <Text style={{ overflowWrap: "anywhere" }}>
            {passkey.name}{" "}
            <Text span size="sm" c="dimmed">
              <Trans>since {since}</Trans>
            </Text>
          </Text>
          {!open && (
            <Button
              size="xs"
              variant="default"
              onClick={() => setOpen(true)}
              aria-label={t`Change the passkey ${passkey.name ?? ""}`}
            >
              <Trans>Change</Trans>
            </Button>
          )}
        </Group>
        {open && (
          <>
            <Refusal message={rename.refusal ?? remove.refusal} />
            <TextInput
              label={t`Name of the passkey`}
              maxLength={100}
              maw={420}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <PasswordBox label={t`Your password, once more`} value={password} onChange={setPassword} />
            <Group>
              <Button
                onClick={() => void rename.act()}
                loading={rename.busy}
                disabled={!password || !name.trim()}
              >
                <Trans>Save the name</Trans>
              </Button>
              <Button
                variant="default"
                onClick={() => void remove.act()}
                loading={remove.busy}
                disabled={!password}
              >
                <Trans>Take the passkey away</Trans>
              </Button>
              <Button variant="subtle" onClick={() => setOpen(false)}>
                <Trans>Cancel</Trans>
              </Button>
            </Group>
          </>
        )}
      </Stack>
    </Paper>
  );
}
