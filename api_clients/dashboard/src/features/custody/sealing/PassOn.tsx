import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Checkbox, Code, NativeSelect, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { $api, api, type Schemas } from "@/lib/api";
import { KeyError, openWith, sealTo, spoken } from "./age";
import { KeyFileInput, KeyProblem, NO_KEY_FILE, secretIn } from "./KeyFileInput";
import { SEALING, type Standing } from "./standing";

/** Lets a custodian open what one's own key, or the recovery key, opens. */
export function PassOn({ slug, standing }: { slug: string; standing: Standing }) {
  const { t } = useLingui();
  const lacking = standing.custodians.filter((one) => one.public && one.opens < standing.keys);
  const [chosen, setChosen] = useState("");
  const [compared, setCompared] = useState(false);
  const [keyFile, setKeyFile] = useState(NO_KEY_FILE);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const give = $api.useMutation("post", `${SEALING}pass_on/`);
  const to = lacking.find((one) => one.person.id === chosen) ?? lacking[0];
  if (!to)
    return (
      <Text c="dimmed">
        <Trans>Every custodian with a key of their own opens all sealed identities.</Trans>
      </Text>
    );

  async function pass(holder: Schemas["KeyCustodian"]) {
    setBusy(true);
    setProblem(null);
    try {
      const secret = await secretIn(keyFile);
      const { data, error } = await api.GET(`${SEALING}copies/`, { params: { path: { slug } } });
      if (error) throw error;
      const copies = await copiesFor(holder.public, secret, data.copies);
      await give.mutateAsync({
        params: { path: { slug } },
        body: { custodian: holder.person.id, holder_public: holder.public, copies },
      });
      setKeyFile(NO_KEY_FILE);
      setCompared(false);
    } catch (failed) {
      setProblem(failed);
    } finally {
      setBusy(false);
    }
  }

  return (
    <Stack gap="sm" align="flex-start">
      <NativeSelect
        label={t`To whom`}
        value={to.person.id}
        onChange={(event) => {
          setChosen(event.currentTarget.value);
          setCompared(false);
        }}
        data={lacking.map((one) => ({ value: one.person.id, label: one.person.name }))}
      />
      <Text size="sm">
        <Trans>Their key begins with</Trans> <Code>{spoken(to.public)}</Code>
      </Text>
      <Checkbox
        label={t`I compared this with what stands on their own page, by voice`}
        checked={compared}
        onChange={(event) => setCompared(event.currentTarget.checked)}
      />
      <KeyFileInput label={t`Your own key file, or the recovery key`} value={keyFile} onChange={setKeyFile} />
      <Button
        loading={busy}
        disabled={!compared || !keyFile.file || !keyFile.passphrase}
        onClick={() => void pass(to)}
      >
        <Trans>Pass the sealing key on</Trans>
      </Button>
      <KeyProblem problem={problem} />
    </Stack>
  );
}

/** Of each sealing key that the secret opens, a copy for another public key. */
export async function copiesFor(
  holder: string,
  secret: string,
  copies: Schemas["OwnCopy"][],
): Promise<{ sealing_key: string; wrapped: string }[]> {
  const found = await Promise.all(
    copies.map(async (one) => {
      const sealing = (await opened(secret, one.own)) ?? (await opened(secret, one.recovery));
      return sealing && { sealing_key: one.sealing_key, wrapped: await sealTo(holder, sealing) };
    }),
  );
  const made = found.filter((one) => one !== null && one !== "");
  if (made.length === 0) throw new KeyError("wrong_key");
  return made;
}

async function opened(secret: string, file: string | null): Promise<string | null> {
  return file ? openWith(secret, file).catch(() => null) : null;
}
