import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, Checkbox, Group, NativeSelect, NumberInput, Paper, Stack } from "@mantine/core";
import { useState } from "react";
import { DialogFoot } from "@/components/DialogFoot";
import { DraftTextarea } from "@/components/DraftTextarea";
import { ProblemAlert } from "@/components/ProblemAlert";
import { $api, type Schemas } from "@/lib/api";
import { useDraft } from "@/lib/drafts";
import { useWord } from "@/lib/own-words";
import { IDENTITY_FIELD, IDENTITY_REQUEST_REASON } from "@/lib/words";
import { ROOM } from "./requests";

type Reason = Schemas["IdentityRequestReason"];
type Field = Schemas["IdentityField"];

const REASONS = Object.keys(IDENTITY_REQUEST_REASON) as Reason[];
const FIELDS = Object.keys(IDENTITY_FIELD) as Field[];
const MINUTES = 15;

interface Props {
  caseId: string;
  delayed: boolean;
  /** Sealed to custodians' keys: this browser makes a key to read it with. */
  sealed: boolean;
  onDone: () => void;
}

/** Why, what of it, for how long. The words are for the custodian, who sees no case. */
export function AskForm({ caseId, delayed, sealed, onDone }: Props) {
  const { t } = useLingui();
  const word = useWord();
  const draft = useDraft(`case/${caseId}/identity`, "");
  const [reason, setReason] = useState<Reason>("contact");
  const [wanted, setWanted] = useState<Field[]>([]);
  const [minutes, setMinutes] = useState(MINUTES);
  const asking = $api.useMutation("post", ROOM, {
    onSuccess: () => {
      draft.clear();
      onDone();
    },
  });
  const [making, setMaking] = useState<unknown>(null);
  const text = draft.value.trim();
  async function ask() {
    setMaking(null);
    try {
      const reader_key = sealed ? await newReader() : "";
      const body = { reason, text, wanted, minutes, reader_key };
      asking.mutate({ params: { path: { case_id: caseId } }, body });
    } catch (failed) {
      setMaking(failed);
    }
  }
  return (
    <Paper
      component="form"
      withBorder
      p="sm"
      onSubmit={(event) => {
        event.preventDefault();
        void ask();
      }}
    >
      <Stack gap="sm">
        {delayed && (
          <Alert variant="light">
            <Trans>
              Your organisation has one custodian: what is approved opens a day later, and the coordinators
              are told.
            </Trans>
          </Alert>
        )}
        {sealed && (
          <Alert variant="light">
            <Trans>
              This identity is sealed. A custodian seals it to a key that this browser makes now: read it in
              this browser, on this computer.
            </Trans>
          </Alert>
        )}
        <NativeSelect
          label={t`Why`}
          description={t`The complainant reads this.`}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value as Reason)}
          data={REASONS.map((one) => ({ value: one, label: word(IDENTITY_REQUEST_REASON, one) }))}
        />
        <DraftTextarea
          draft={draft}
          label={t`In your own words, for the custodian`}
          description={t`The custodian sees nothing of the complaint. Write no more of it than is needed to decide.`}
          maxLength={2_000}
        />
        <Checkbox.Group
          label={t`What you need to know`}
          value={wanted}
          onChange={(chosen) => setWanted(chosen as Field[])}
        >
          <Group gap="md" mt={4}>
            {FIELDS.map((one) => (
              <Checkbox key={one} value={one} label={word(IDENTITY_FIELD, one)} />
            ))}
          </Group>
        </Checkbox.Group>
        <NumberInput
          label={t`For how many minutes`}
          description={t`Counted from the moment at which you first read it; an hour at most.`}
          value={minutes}
          min={1}
          max={60}
          allowDecimal={false}
          onChange={(value) => setMinutes(Number(value))}
        />
        <ProblemAlert problem={asking.error ?? making} />
        <DialogFoot onCancel={onDone}>
          <Button type="submit" loading={asking.isPending} disabled={!text || wanted.length === 0}>
            <Trans>Ask a custodian</Trans>
          </Button>
        </DialogFoot>
      </Stack>
    </Paper>
  );
}

/** The public half of a key that only this browser has; it is fetched when it is needed. */
async function newReader(): Promise<string> {
  const [{ makeReaderKey }, { keepReader }] = await Promise.all([
    import("./sealing/age"),
    import("./sealing/readers"),
  ]);
  const made = await makeReaderKey();
  await keepReader(made.public, made.key);
  return made.public;
}
