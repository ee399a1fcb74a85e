import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Group, Select, Stack } from "@mantine/core";
import { useState } from "react";
import { DraftTextarea } from "@/components/DraftTextarea";
import { ProblemAlert } from "@/components/ProblemAlert";
import { $api, ifMatch, type Schemas } from "@/lib/api";
import { useDraft } from "@/lib/drafts";
import { useWord } from "@/lib/own-words";
import { SERVICE_GIVEN_OUTCOME, SERVICE_NOT_GIVEN_OUTCOME } from "@/lib/words";

type Given = Schemas["ServiceGivenOutcome"];
type NotGiven = Schemas["ServiceNotGivenOutcome"];

interface Props {
  found: Schemas["PartnerReferral"];
  given: boolean;
  onDone: () => void;
}

/** What came of the help, for the partner that asked. With it the case closes to this side. */
export function EndService({ found, given, onDone }: Props) {
  const { t } = useLingui();
  const word = useWord();
  const [outcome, setOutcome] = useState<string | null>(null);
  const draft = useDraft(`partner-referral/${found.id}/outcome`, "");
  const complete = $api.useMutation("post", "/api/v1/partner-referrals/{referral_id}/complete/");
  const fail = $api.useMutation("post", "/api/v1/partner-referrals/{referral_id}/not_complete/");
  const params = { path: { referral_id: found.id }, header: { "If-Match": ifMatch(found.version) } };
  const data = given
    ? (Object.keys(SERVICE_GIVEN_OUTCOME) as Given[]).map((code) => ({
        value: code as string,
        label: word(SERVICE_GIVEN_OUTCOME, code),
      }))
    : (Object.keys(SERVICE_NOT_GIVEN_OUTCOME) as NotGiven[]).map((code) => ({
        value: code as string,
        label: word(SERVICE_NOT_GIVEN_OUTCOME, code),
      }));
  const send = () => {
    const words = draft.value;
    const sent = given
      ? complete.mutateAsync({ params, body: { outcome: outcome as Given, words } })
      : fail.mutateAsync({ params, body: { outcome: outcome as NotGiven, words } });
    return sent.then(draft.clear, () => undefined);
  };
  return (
    <Stack gap="xs">
      <Select label={t`What came of it`} data={data} value={outcome} onChange={setOutcome} required />
      <DraftTextarea
        draft={draft}
        minRows={2}
        label={t`Words to the partner that asked`}
        description={t`With this the case closes to you.`}
      />
      <ProblemAlert problem={complete.error ?? fail.error} />
      <Group gap="xs">
        <Button
          size="xs"
          disabled={!outcome}
          loading={complete.isPending || fail.isPending}
          onClick={() => void send()}
        >
          <Trans>Tell the partner</Trans>
        </Button>
        <Button size="xs" variant="default" onClick={onDone}>
          <Trans>Cancel</Trans>
        </Button>
      </Group>
    </Stack>
  );
}
