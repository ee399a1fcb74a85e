import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Card, Group, Radio, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { ProblemAlert } from "@/components/ProblemAlert";
import { api, type Schemas } from "@/lib/api";
import { useDates } from "@/lib/dates";
import { useWord } from "@/lib/own-words";
import { REFERRAL_CHANNEL } from "@/lib/words";
import { type Place, type Referral, reading, told, useOutlook, useTold } from "../queries";

type Channel = Schemas["ReferralChannel"];

/** By which kind of the directory's channels each way goes. */
const KIND: Record<Channel, Schemas["InstitutionChannelKind"]> = {
  email: "email",
  post: "post",
  in_person: "in_person",
  portal: "web_form",
};
const WAYS = Object.keys(KIND) as Channel[];

/** The way by which the letter leaves. A mail leaves at once, and only to an address of the directory. */
export function NewDelivery({ place, referral }: { place: Place; referral: Referral }) {
  const { t } = useLingui();
  const word = useWord();
  const outlook = useOutlook(place.caseId, referral.institution?.code ?? null);
  const [way, setWay] = useState<Channel>("post");
  const [address, setAddress] = useState<string | null>(null);
  const begin = useTold(() =>
    told(
      api.POST("/api/v1/cases/{case_id}/referrals/{referral_id}/deliveries/", {
        ...reading(place),
        body: { channel: way, institution_channel: address },
      }),
    ),
  );
  const channels = (outlook.data?.suggestion.channels ?? []).filter((one) => one.kind === KIND[way]);
  return (
    <Stack gap="sm">
      <Radio.Group
        label={t`How does it go there?`}
        value={way}
        onChange={(value) => {
          setWay(value as Channel);
          setAddress(null);
        }}
      >
        <Group gap="md" mt={6}>
          {WAYS.map((one) => (
            <Radio key={one} value={one} label={word(REFERRAL_CHANNEL, one)} />
          ))}
        </Group>
      </Radio.Group>
      <Addresses way={way} channels={channels} value={address} onChange={setAddress} />
      <ProblemAlert problem={begin.error} />
      <Group>
        <Button loading={begin.isPending} onClick={() => begin.mutate(undefined)}>
          {way === "email" ? <Trans>Send the mail now</Trans> : <Trans>Prepare it</Trans>}
        </Button>
      </Group>
    </Stack>
  );
}

interface AddressProps {
  way: Channel;
  channels: Schemas["UsedChannel"][];
  value: string | null;
  onChange: (id: string) => void;
}

function Addresses({ way, channels, value, onChange }: AddressProps) {
  const { t } = useLingui();
  const dates = useDates();
  if (channels.length === 0) {
    return (
      <Text size="sm">
        {way === "email" ? (
          <Trans>
            The directory has no e-mail address of this institution. Ask an administrator to list it.
          </Trans>
        ) : (
          <Trans>The directory has no address of this kind; the letter tells what is known.</Trans>
        )}
      </Text>
    );
  }
  return (
    <Radio.Group label={t`To which address?`} value={value ?? channels[0]?.id ?? null} onChange={onChange}>
      <Stack gap={6} mt={6}>
        {channels.map((one) => (
          <Card key={one.id} withBorder padding="xs">
            <Radio
              value={one.id}
              label={<span style={{ whiteSpace: "pre-line", overflowWrap: "anywhere" }}>{one.value}</span>}
              description={
                one.problem_since
                  ? t`Letters have come back since ${dates.shortDay(one.problem_since)}`
                  : one.confirmed_on
                    ? t`Confirmed on ${dates.shortDay(one.confirmed_on)}`
                    : t`Not confirmed by anybody yet`
              }
            />
          </Card>
        ))}
      </Stack>
    </Radio.Group>
  );
}
