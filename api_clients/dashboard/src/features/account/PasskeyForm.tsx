import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { PasswordBox, Refusal, useAct } from "./parts";
import { addPasskey } from "./passkeys";
import { reauthenticate } from "./second-factor";

/** Adds a passkey: a name for it, the password, and what the device then asks. */
export function PasskeyForm({ onAdded }: { onAdded: () => unknown }) {
  const { t } = useLingui();
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");
  const { refusal, busy, submit } = useAct(async () => {
    await reauthenticate(password);
    await addPasskey(name.trim());
    await onAdded();
  });
  return (
    <form onSubmit={submit}>
      <Stack>
        <Refusal message={refusal} />
        <TextInput
          label={t`Name of the passkey`}
          description={t`Such as: my telephone.`}
          maxLength={100}
          required
          maw={420}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <PasswordBox label={t`Your password, once more`} value={password} onChange={setPassword} />
        <Text size="sm" c="dimmed">
          <Trans>Your device then asks for your finger, your face or its PIN.</Trans>
        </Text>
        <Group>
          <Button type="submit" loading={busy}>
            <Trans>Add the passkey</Trans>
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
