import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, Card, Group, List, Radio, Stack, Text, Textarea } from "@mantine/core";
import { useState } from "react";
import { useNavigate } from "react-router";
import { Loaded } from "@/components/Loaded";
import { ProblemAlert } from "@/components/ProblemAlert";
import { InstitutionPicker } from "@/features/institutions";
import { $api, api, type Schemas } from "@/lib/api";
import { useDraft } from "@/lib/drafts";
import { LANGUAGES } from "@/lib/languages";
import { useWord } from "@/lib/own-words";
import { INSTITUTION_CHANNEL_KIND } from "@/lib/words";
import { Standing } from "../NextBodies";
import { type Referral, told, useOutlook, useTold } from "../queries";
import { Consent } from "./Consent";
import { Onward } from "./Onward";
import { changeDraft } from "./useChanges";

interface Props {
  caseId: string;
  /** null: it is begun here. */
  referral: Referral | null;
  onNext?: () => void;
}

/** To whom the case goes: suggested by category and place, each with why, and what would stand in the way there. */
export function InstitutionStep({ caseId, referral, onNext }: Props) {
  const { t } = useLingui();
  const [chosen, setChosen] = useState<string | null>(referral?.institution?.code ?? null);
  const suggestions = $api.useQuery("get", "/api/v1/cases/{case_id}/referral-suggestions/", {
    params: { path: { case_id: caseId } },
  });
  return (
    <Stack gap="md">
      <Loaded query={suggestions} lines={6}>
        {(found) => (
          <Radio.Group label={t`To which institution?`} value={chosen} onChange={setChosen}>
            <Stack gap="xs" mt="xs">
              {found.map((one) => (
                <Suggestion key={one.institution?.code} suggestion={one} />
              ))}
            </Stack>
          </Radio.Group>
        )}
      </Loaded>
      <InstitutionPicker label={t`Another institution`} value={chosen} onChange={setChosen} />
      {chosen && (
        <Choice
          key={chosen}
          caseId={caseId}
          referral={referral}
          code={chosen}
          onChoose={setChosen}
          onNext={onNext}
        />
      )}
    </Stack>
  );
}

function Suggestion({ suggestion }: { suggestion: Schemas["InstitutionSuggestion"] }) {
  const word = useWord();
  const { institution, why, channels, languages } = suggestion;
  const ways = [...new Set(channels.map((one) => word(INSTITUTION_CHANNEL_KIND, one.kind)))];
  return (
    <Card withBorder padding="sm">
      <Radio
        value={institution?.code ?? ""}
        label={<Text fw={600}>{institution?.name}</Text>}
        description={
          <Stack gap={4} component="span" display="flex">
            <Text span size="sm" c="var(--mantine-color-text)">
              {why.map((one) => one.label).join(" · ")}
            </Text>
            <Text span size="xs">
              {[ways.join(", "), languages.map((one) => LANGUAGES[one]).join(", ")]
                .filter(Boolean)
                .join(" · ")}
            </Text>
          </Stack>
        }
      />
      <Group mt={6} pl={32}>
        <Standing
          consent={suggestion.consent}
          takesAnonymous={suggestion.takes_anonymous}
          liesThere={suggestion.lies_there}
        />
      </Group>
    </Card>
  );
}

interface ChoiceProps extends Props {
  code: string;
  onChoose: (code: string) => void;
}

/** What a referral to this institution would meet, and the way on. */
function Choice({ caseId, referral, code, onChoose, onNext }: ChoiceProps) {
  const outlook = useOutlook(caseId, code);
  return (
    <Loaded query={outlook}>
      {(found) => (
        <Stack gap="sm">
          {found.blockers.map((one) => (
            <Blocker key={one.code} caseId={caseId} code={code} blocker={one} onChoose={onChoose} />
          ))}
          {found.needs_approval && <SecondPair approvers={found.approvers} />}
          <Begin caseId={caseId} referral={referral} code={code} outlook={found} onNext={onNext} />
        </Stack>
      )}
    </Loaded>
  );
}

interface BlockerProps {
  caseId: string;
  code: string;
  blocker: Schemas["Blocker"];
  onChoose: (code: string) => void;
}

function Blocker({ caseId, code, blocker, onChoose }: BlockerProps) {
  return (
    <Alert color="orange" title={blocker.title}>
      <Stack gap="xs" align="flex-start">
        {blocker.alternatives.length > 0 && (
          <>
            <Text size="sm">
              <Trans>These take anonymous complaints:</Trans>
            </Text>
            <List size="sm" spacing={4}>
              {blocker.alternatives.map((one) => (
                <List.Item key={one.code}>
                  <Button size="compact-sm" variant="default" onClick={() => onChoose(one.code)}>
                    {one.name}
                  </Button>
                </List.Item>
              ))}
            </List>
          </>
        )}
        {blocker.code === "referral.consent_missing" && <Consent caseId={caseId} institution={code} />}
      </Stack>
    </Alert>
  );
}

export function SecondPair({ approvers }: { approvers: Schemas["Person"][] }) {
  const names = approvers.map((one) => one.name).join(", ");
  return (
    <Alert color="blue">
      {approvers.length > 0 ? (
        <Trans>In such a case a second person approves before anything leaves: {names}.</Trans>
      ) : (
        <Trans>
          In such a case a second person approves before anything leaves, and beside you there is nobody who
          may. Ask your coordinator.
        </Trans>
      )}
    </Alert>
  );
}

interface BeginProps extends Props {
  code: string;
  outlook: Schemas["Outlook"];
}

function Begin({ caseId, referral, code, outlook, onNext }: BeginProps) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const reason = useDraft(`case/${caseId}/override/${code}`, "");
  const overrides =
    outlook.may_override && outlook.blockers.some((one) => one.code === "referral.consent_missing");
  const going = useTold(
    () =>
      referral
        ? changed(caseId, referral, code, outlook, reason.value)
        : begun(caseId, code, outlook, reason.value),
    (made) => {
      reason.clear();
      if (referral) onNext?.();
      else navigate(`/cases/${caseId}/referrals/${made.id}?step=term`, { replace: true });
    },
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        going.mutate(undefined);
      }}
    >
      <Stack gap="sm">
        {overrides && (
          <Textarea
            label={t`Your reason to refer without consent`}
            description={t`Only where waiting would endanger somebody. It is kept, and shown to whoever approves.`}
            autosize
            minRows={2}
            value={reason.value}
            onChange={(event) => reason.change(event.currentTarget.value)}
          />
        )}
        <ProblemAlert problem={going.error} />
        <Onward loading={going.isPending} label={referral ? undefined : <Trans>Begin the referral</Trans>} />
      </Stack>
    </form>
  );
}

/** The server's draft starts from the template, with the likeliest term. */
function begun(
  caseId: string,
  code: string,
  outlook: Schemas["Outlook"],
  override: string,
): Promise<Referral> {
  const term = outlook.terms.find((one) => one.is_suggested);
  return told(
    api.POST("/api/v1/cases/{case_id}/referrals/", {
      params: { path: { case_id: caseId } },
      body: {
        institution: code,
        letter: "",
        deadline_rule: term?.rule.code ?? null,
        override_reason: override,
        redaction_checked: false,
      },
    }),
  );
}

/** Another institution, a reason, or a consent that was given meanwhile; else there is nothing to change. */
async function changed(
  caseId: string,
  referral: Referral,
  code: string,
  outlook: Schemas["Outlook"],
  override: string,
): Promise<Referral> {
  const other = code !== referral.institution?.code;
  const agreed = outlook.suggestion.consent !== referral.consent;
  if (!other && !override && !agreed) return referral;
  const body = {
    ...(other ? { institution: code } : {}),
    ...(override ? { override_reason: override } : {}),
  };
  return changeDraft({ caseId, referralId: referral.id }, referral.version, body);
}
