import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Card, Group, Stack, Text, Textarea } from "@mantine/core";
import { useNavigate } from "react-router";
import { Loaded } from "@/components/Loaded";
import { ProblemAlert } from "@/components/ProblemAlert";
import { $api, api, type Schemas } from "@/lib/api";
import { useDates } from "@/lib/dates";
import { useDraft } from "@/lib/drafts";
import { Mark } from "./Marks";
import { actionOf, type Place, type Referral, reading, told, useTold } from "./queries";

/** Where the complaint can go after this institution: an appeal, or a body above it. */
export function NextBodies({ place, referral }: { place: Place; referral: Referral }) {
  const { t } = useLingui();
  const bodies = $api.useQuery(
    "get",
    "/api/v1/cases/{case_id}/referrals/{referral_id}/next-bodies/",
    reading(place),
  );
  return (
    <Loaded query={bodies} empty={t`The directory knows no body to which this could go next.`}>
      {(found) => (
        <Stack gap="sm">
          {found.map((body) => (
            <NextBody key={body.institution?.code} place={place} referral={referral} body={body} />
          ))}
        </Stack>
      )}
    </Loaded>
  );
}

interface BodyProps {
  place: Place;
  referral: Referral;
  body: Schemas["NextBody"];
}

function NextBody({ place, referral, body }: BodyProps) {
  const dates = useDates();
  const hearsAppeal = body.why.some((one) => one.code === "appeal");
  return (
    <Card withBorder padding="sm">
      <Stack gap={6}>
        <Text fw={600}>{body.institution?.name}</Text>
        <Text size="sm">{body.why.map((one) => one.label).join(" · ")}</Text>
        <Standing consent={body.consent} takesAnonymous={body.takes_anonymous} liesThere={body.lies_there} />
        {hearsAppeal && body.appeal_until && (
          <Text size="sm">
            <Trans>Appeal possible until {dates.day(body.appeal_until)}</Trans>
          </Text>
        )}
        {hearsAppeal ? (
          <Appeal place={place} referral={referral} body={body} />
        ) : (
          <Escalate place={place} body={body} />
        )}
      </Stack>
    </Card>
  );
}

interface StandingProps {
  consent: string | null;
  takesAnonymous: boolean | null;
  liesThere: string | null;
}

/** What is known of the complainant's wish and of the institution's ways. */
export function Standing({ consent, takesAnonymous, liesThere }: StandingProps) {
  return (
    <Group gap={6}>
      <Mark tone={consent ? "teal" : "orange"}>
        {consent ? <Trans>Complainant agreed</Trans> : <Trans>No consent yet</Trans>}
      </Mark>
      {takesAnonymous === false && (
        <Mark tone="red">
          <Trans>Takes no anonymous complaints</Trans>
        </Mark>
      )}
      {takesAnonymous === true && (
        <Mark tone="teal">
          <Trans>Takes anonymous complaints</Trans>
        </Mark>
      )}
      {liesThere && (
        <Mark tone="blue">
          <Trans>The case lies there already</Trans>
        </Mark>
      )}
    </Group>
  );
}

function Escalate({ place, body }: { place: Place; body: Schemas["NextBody"] }) {
  const navigate = useNavigate();
  const begin = useTold(
    () =>
      told(
        api.POST("/api/v1/cases/{case_id}/referrals/", {
          params: { path: { case_id: place.caseId } },
          body: {
            institution: body.institution?.code ?? "",
            letter: "",
            override_reason: "",
            redaction_checked: false,
            escalates: place.referralId,
          },
        }),
      ),
    (made) => navigate(`/cases/${place.caseId}/referrals/${made.id}`),
  );
  return (
    <>
      <ProblemAlert problem={begin.error} />
      <Group>
        <Button size="xs" variant="default" loading={begin.isPending} onClick={() => begin.mutate(undefined)}>
          <Trans>Take it there</Trans>
        </Button>
      </Group>
    </>
  );
}

/** An appeal begins a referral of its own; after its time only with a reason. */
function Appeal({ place, referral, body }: BodyProps) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const action = actionOf(referral, "appeal");
  const late = useDraft(`referral/${place.referralId}/appeal`, "");
  const begin = useTold(
    () =>
      told(
        api.POST("/api/v1/cases/{case_id}/referrals/{referral_id}/appeal/", {
          ...reading(place),
          body: {
            institution: body.institution?.code ?? null,
            ...(late.value ? { late_reason: late.value } : {}),
          },
        }),
      ),
    (made) => {
      late.clear();
      navigate(`/cases/${place.caseId}/referrals/${made.id}`);
    },
  );
  if (!action) return null;
  return (
    <Stack gap="xs">
      {action.code && (
        <>
          <Text size="sm">{action.reason}</Text>
          <Textarea
            label={t`Why it may still be heard`}
            autosize
            minRows={2}
            value={late.value}
            onChange={(event) => late.change(event.currentTarget.value)}
          />
        </>
      )}
      <ProblemAlert problem={begin.error} />
      <Group>
        <Button
          size="xs"
          loading={begin.isPending}
          disabled={Boolean(action.code) && late.value.trim() === ""}
          onClick={() => begin.mutate(undefined)}
        >
          <Trans>Prepare the appeal</Trans>
        </Button>
      </Group>
    </Stack>
  );
}
