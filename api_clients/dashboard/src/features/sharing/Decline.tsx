import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Group, Select, Stack } from "@mantine/core";
import { useState } from "react";
import { DraftTextarea } from "@/components/DraftTextarea";
import { ProblemAlert } from "@/components/ProblemAlert";
import type { Schemas } from "@/lib/api";
import { useDraft } from "@/lib/drafts";
import { useWord } from "@/lib/own-words";
import { DECLINE_REASON } from "@/lib/words";

type Reason = Schemas["DeclineReason"];

interface Props {
  /** Of the draft; ids only. */
  place: string;
  problem: unknown;
  busy: boolean;
  onSend: (body: { reason: Reason; words: string }) => Promise<unknown>;
  onCancel: () => void;
}

/** Saying no, and why: the other partner must be able to look further. */
export function Decline({ place, problem, busy, onSend, onCancel }: Props) {
  const { t } = useLingui();
  const word = useWord();
  const [reason, setReason] = useState<Reason | null>(null);
  const draft = useDraft(`${place}/decline`, "");
  const reasons = (Object.keys(DECLINE_REASON) as Reason[]).map((code) => ({
    value: code,
    label: word(DECLINE_REASON, code),
  }));
  const send = () => reason && onSend({ reason, words: draft.value }).then(draft.clear, () => undefined);
  return (
    <Stack gap="xs">
      <Select
        label={t`Why you say no`}
        data={reasons}
        value={reason}
        onChange={(code) => setReason(code as Reason | null)}
        required
      />
      <DraftTextarea
        draft={draft}
        minRows={2}
        label={t`Words to the other partner`}
        description={t`Without names.`}
      />
      <ProblemAlert problem={problem} />
      <Group gap="xs">
        <Button size="xs" loading={busy} disabled={!reason} onClick={() => void send()}>
          <Trans>Decline</Trans>
        </Button>
        <Button size="xs" variant="default" onClick={onCancel}>
          <Trans>Cancel</Trans>
        </Button>
      </Group>
    </Stack>
  );
}
