import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Checkbox, Stack, Text, Title } from "@mantine/core";
import { useIsMutating } from "@tanstack/react-query";
import { useState } from "react";
import { Loaded } from "@/components/Loaded";
import { ProblemAlert } from "@/components/ProblemAlert";
import { $api, type Schemas } from "@/lib/api";
import { reading } from "../queries";
import { BlackOut } from "../redaction/BlackOut";
import { Findings } from "../redaction/Findings";
import { type Hidden, withHidden } from "../redaction/places";
import { Leaving } from "./Leaving";
import { Onward, type StepProps } from "./Onward";
import { useChanges } from "./useChanges";

/** Exactly what leaves: the words of the letter, the complainant's own, and what looks like personal data in them. */
export function RedactionStep(props: StepProps) {
  const redaction = $api.useQuery(
    "get",
    "/api/v1/cases/{case_id}/referrals/{referral_id}/redaction/",
    reading(props.place),
  );
  return (
    <Loaded query={redaction} lines={8}>
      {(found) => (
        <Stack gap="lg">
          <Leaving place={props.place} />
          <OwnWords {...props} redaction={found} />
          <Confirmation key={found.digest} {...props} redaction={found} isFresh={!redaction.isFetching} />
        </Stack>
      )}
    </Loaded>
  );
}

type Props = StepProps & { redaction: Schemas["Redaction"] };

interface Chosen {
  include: boolean;
  hidden: Hidden[];
}

/** The annex: every bar is kept at once, so that nothing is lost by leaving. */
function OwnWords({ place, referral, redaction }: Props) {
  const { t } = useLingui();
  // What was just chosen is shown until the server's answer has been read anew.
  const [wanted, setWanted] = useState<(Chosen & { from: string }) | null>(null);
  const saving = useChanges(place, referral);
  const kept: Chosen = { include: redaction.include, hidden: hiddenIn(redaction) };
  const { include, hidden } = wanted?.from === redaction.digest ? wanted : kept;
  const keep = (chosen: Chosen) => {
    setWanted({ ...chosen, from: redaction.digest });
    saving.mutate(
      { annex: { include: chosen.include, hidden: chosen.hidden } },
      { onError: () => setWanted(null) },
    );
  };
  return (
    <Stack gap="sm">
      <Title order={3} size="h5">
        <Trans>The complainant's own words</Trans>
      </Title>
      <Checkbox
        label={t`They go along as an annex`}
        description={t`In the language in which they were written. People give themselves away in their own words: by a date, a neighbour, a way of writing.`}
        checked={include}
        onChange={(event) => keep({ include: event.currentTarget.checked, hidden })}
      />
      <ProblemAlert problem={saving.error} />
      {include && (
        <>
          <BlackOut
            label={t`What happened, in the complainant's words`}
            part="narrative"
            text={redaction.narrative.text}
            hidden={hidden}
            busy={saving.isPending}
            onChange={(places) => keep({ include, hidden: places })}
          />
          {redaction.wish.text && (
            <BlackOut
              label={t`What the complainant wishes`}
              part="wish"
              text={redaction.wish.text}
              hidden={hidden}
              busy={saving.isPending}
              onChange={(places) => keep({ include, hidden: places })}
            />
          )}
        </>
      )}
    </Stack>
  );
}

const hiddenIn = (redaction: Schemas["Redaction"]): Hidden[] => [
  ...redaction.narrative.hidden,
  ...redaction.wish.hidden,
];

/** Whoever confirms says by the digest what exactly was seen. */
function Confirmation({ place, referral, redaction, isFresh, onNext }: Props & { isFresh: boolean }) {
  const { t } = useLingui();
  const [seen, setSeen] = useState(referral.redaction_checked_by !== null);
  const hiding = useChanges(place, referral);
  const confirming = useChanges(place, referral, onNext);
  const checkedBy = referral.redaction_checked_by;
  // What is still on its way to the server has not been seen by anybody.
  const isSettled = useIsMutating() === 0 && isFresh;
  const onward = () =>
    checkedBy ? onNext() : confirming.mutate({ redaction_checked: true, findings_seen: redaction.digest });
  return (
    <Stack gap="sm">
      <Title order={3} size="h5">
        <Trans>What was found</Trans>
      </Title>
      <Findings
        findings={redaction.findings}
        busy={hiding.isPending}
        onHide={(one) =>
          hiding.mutate({ annex: { include: true, hidden: withHidden(hiddenIn(redaction), one) } })
        }
      />
      <ProblemAlert problem={hiding.error ?? confirming.error} />
      {checkedBy ? (
        <Alert color="teal" p="sm">
          <Text size="sm">
            <Trans>
              {checkedBy.name} has confirmed this. Whatever is changed now has to be looked at again.
            </Trans>
          </Text>
        </Alert>
      ) : (
        <Checkbox
          label={t`I have read what leaves, and it may leave`}
          checked={seen}
          disabled={!isSettled}
          onChange={(event) => setSeen(event.currentTarget.checked)}
        />
      )}
      <Onward
        onNext={onward}
        disabled={!seen || !isSettled}
        loading={confirming.isPending}
        label={checkedBy ? undefined : <Trans>Confirm and continue</Trans>}
      />
    </Stack>
  );
}
