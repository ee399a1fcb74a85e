import { Trans } from "@lingui/react/macro";
import { Anchor, Badge, Card, Group, Stack, Text } from "@mantine/core";
import { Link } from "react-router";
import { Loaded } from "@/components/Loaded";
import { $api, type Schemas } from "@/lib/api";
import { useDates } from "@/lib/dates";
import { useWord } from "@/lib/own-words";
import { DECLINE_REASON, PARTNER_REFERRAL_STATE, SERVICE_OUTCOME } from "@/lib/words";
import { AskedFor } from "./AskedFor";
import { PartnerReferralSteps } from "./PartnerReferralSteps";
import { usePartners } from "./usePartners";

type Row = Schemas["PartnerReferralRow"];
const COLORS: Partial<Record<Schemas["PartnerReferralState"], string>> = {
  offered: "blue",
  accepted: "teal",
  in_service: "teal",
  completed: "green",
};
const UNDER_WAY = new Set<Schemas["PartnerReferralState"]>(["offered", "accepted", "in_service"]);

/** One person referred from partner to partner: where it stands, what was said, what this side may do. */
export function PartnerReferralCard({ row, showsCase = true }: { row: Row; showsCase?: boolean }) {
  const word = useWord();
  const { nameOf } = usePartners();
  const incoming = row.direction === "in";
  const name = nameOf(incoming ? row.from_partner : row.to_partner);
  return (
    <Card withBorder padding="sm" component="article">
      <Stack gap="xs">
        <Group justify="space-between" gap="xs" align="flex-start">
          <Text fw={600} flex={1} miw={200}>
            {incoming ? <Trans>{name} asks you to help a person</Trans> : <Trans>Asked of {name}</Trans>}
          </Text>
          <Badge variant="dot" tt="none" color={COLORS[row.state] ?? "gray"}>
            {word(PARTNER_REFERRAL_STATE, row.state)}
          </Badge>
        </Group>
        <AskedFor asked={row} />
        <Days row={row} />
        <Ended row={row} />
        {showsCase && row.case && (
          <Anchor component={Link} to={`/cases/${row.case}`} size="sm">
            <Trans>Open the case</Trans>
          </Anchor>
        )}
        <Detail row={row} />
      </Stack>
    </Card>
  );
}

function Days({ row }: { row: Row }) {
  const dates = useDates();
  const on = dates.shortDay(row.offered_at);
  const until = dates.moment(row.expires_at);
  return (
    <Text size="xs" c="dimmed">
      {row.state === "offered" ? (
        <Trans>
          asked on {on}, stands until {until}
        </Trans>
      ) : (
        <Trans>asked on {on}</Trans>
      )}
    </Text>
  );
}

function Ended({ row }: { row: Row }) {
  const word = useWord();
  if (row.decline_reason) return <Text size="sm">{word(DECLINE_REASON, row.decline_reason)}</Text>;
  if (row.service_outcome) return <Text size="sm">{word(SERVICE_OUTCOME, row.service_outcome)}</Text>;
  return null;
}

/** What a list does not tell: the words, and the steps. */
function Detail({ row }: { row: Row }) {
  const words = Boolean(row.decline_reason || row.service_outcome);
  const query = $api.useQuery(
    "get",
    "/api/v1/partner-referrals/{referral_id}/",
    { params: { path: { referral_id: row.id } } },
    { enabled: words || UNDER_WAY.has(row.state) },
  );
  if (!words && !UNDER_WAY.has(row.state)) return null;
  return (
    <Loaded query={query} lines={1}>
      {(found) => (
        <>
          {[found.note, found.decline_words, found.outcome_words].filter(Boolean).map((said) => (
            <Text key={said} size="sm" style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
              {said}
            </Text>
          ))}
          <PartnerReferralSteps found={found} />
        </>
      )}
    </Loaded>
  );
}
