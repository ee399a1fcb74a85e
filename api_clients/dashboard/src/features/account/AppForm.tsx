import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, Code, Group, SimpleGrid, Stack, Text, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { QRCodeSVG } from "qrcode.react";
import { useState } from "react";
import { Loaded } from "@/components/Loaded";
import { PasswordBox, Refusal, useAct } from "./parts";
import { addApp, newApp, reauthenticate } from "./second-factor";

/** Adds an app that shows codes: picture, first code, password. */
export function AppForm({ onAdded }: { onAdded: () => unknown }) {
  const { t } = useLingui();
  const fresh = useQuery({
    queryKey: ["second-factor", "new"],
    queryFn: newApp,
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const [code, setCode] = useState("");
  const [password, setPassword] = useState("");
  const { refusal, busy, submit } = useAct(async () => {
    await reauthenticate(password);
    await addApp(code.trim());
    await onAdded();
  });
  return (
    <Loaded query={fresh} isEmpty={() => false}>
      {({ secret, address }) => (
        <form onSubmit={submit}>
          <Stack>
            <Text>
              <Trans>
                1. Open the app (any that shows one-time codes) and take this picture with it, or type the
                key.
              </Trans>
            </Text>
            <Group align="center">
              <QRCodeSVG value={address} size={168} marginSize={2} title={t`Picture for the app`} />
              <Code fz="md">{secret.replaceAll(/(.{4})/g, "$1 ").trim()}</Code>
            </Group>
            <Refusal message={refusal} />
            <TextInput
              label={t`2. The code that the app shows now`}
              inputMode="numeric"
              autoComplete="one-time-code"
              required
              maw={420}
              value={code}
              onChange={(event) => setCode(event.currentTarget.value)}
            />
            <PasswordBox label={t`3. Your password, once more`} value={password} onChange={setPassword} />
            <Group>
              <Button type="submit" loading={busy}>
                <Trans>Turn the second step on</Trans>
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Loaded>
  );
}

/** Recovery codes, in the one moment in which they are shown. */
export function CodesShown({ codes }: { codes: string[] }) {
  const { t } = useLingui();
  return (
    <Alert color="orange" title={t`Write these down now: they are shown this once`}>
      <SimpleGrid cols={{ base: 2, sm: 5 }}>
        {codes.map((one) => (
          <Code key={one} fz="md">
            {one}
          </Code>
        ))}
      </SimpleGrid>
    </Alert>
  );
}
