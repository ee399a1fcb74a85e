import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Stack, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, refresh } from "@/lib/api";
import { DESK, held, type RequestAtDesk } from "../requests";
import { KeyError, reseal } from "./age";
import { KeyFileInput, KeyProblem, NO_KEY_FILE, secretIn } from "./KeyFileInput";
import { copiesFor } from "./PassOn";
import { SEALING } from "./standing";

/** Unseals an identity with the custodian's key and seals it again to who asked. It is never shown here. */
export function SealedApproval({ request, answer }: { request: RequestAtDesk; answer: string }) {
  const { t } = useLingui();
  const queries = useQueryClient();
  const [own, setOwn] = useState(NO_KEY_FILE);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);

  async function approve() {
    setBusy(true);
    setProblem(null);
    try {
      const secret = await secretIn(own);
      await requireOpens(request.partner, request.reader_key, secret);
      const path = { request_id: request.id };
      const unsealed = await api.POST(`${DESK}{request_id}/unseal/`, {
        params: { path, header: held(request.version) },
      });
      if (unsealed.error) throw unsealed.error;
      const resealed = await reseal(unsealed.data, secret);
      const { error } = await api.POST(`${DESK}{request_id}/approve/`, {
        params: { path, header: held(unsealed.data.version) },
        body: { answer, resealed },
      });
      if (error) throw error;
      setOwn(NO_KEY_FILE);
    } catch (failed) {
      setProblem(failed);
    } finally {
      setBusy(false);
      void refresh(queries);
    }
  }

  return (
    <Stack gap="xs" align="flex-start">
      <Text size="sm" c="dimmed">
        <Trans>
          This identity is sealed. Your browser opens it with your key and seals what is asked for to your
          colleague. You are not shown it, and the complainant reads that you did.
        </Trans>
      </Text>
      <KeyFileInput label={t`Your own key file`} value={own} onChange={setOwn} />
      <Button size="xs" loading={busy} disabled={!own.file || !own.passphrase} onClick={() => void approve()}>
        <Trans>Unseal and approve</Trans>
      </Button>
      <KeyProblem problem={problem} />
    </Stack>
  );
}

/** Before anything is written down: does this key open a copy at all? Raises KeyError. */
async function requireOpens(slug: string, reader: string, secret: string): Promise<void> {
  const { data, error } = await api.GET(`${SEALING}copies/`, { params: { path: { slug } } });
  if (error) throw error;
  const own = data.copies.map((one) => ({ ...one, recovery: null }));
  if (own.every((one) => one.own === null)) return; // The server says what is missing.
  const opened = await copiesFor(reader, secret, own);
  if (opened.length === 0) throw new KeyError("wrong_key");
}
