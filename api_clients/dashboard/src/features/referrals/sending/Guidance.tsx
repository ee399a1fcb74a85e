import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Anchor, List, Stack, Text } from "@mantine/core";
import { Loaded } from "@/components/Loaded";
import { $api, type Schemas } from "@/lib/api";
import { CopyText } from "../CopyText";
import type { Place } from "../queries";

/** What a person does to bring the letter there, in the server's words. */
export function Guidance({ place, deliveryId }: { place: Place; deliveryId: string }) {
  const delivery = $api.useQuery(
    "get",
    "/api/v1/cases/{case_id}/referrals/{referral_id}/deliveries/{delivery_id}/",
    { params: { path: { case_id: place.caseId, referral_id: place.referralId, delivery_id: deliveryId } } },
  );
  return (
    <Loaded query={delivery}>
      {({ guidance }) => (guidance ? <Told place={place} guidance={guidance} /> : null)}
    </Loaded>
  );
}

function Told({ place, guidance }: { place: Place; guidance: Schemas["Guidance"] }) {
  const { t } = useLingui();
  const letter = `/api/v1/cases/${place.caseId}/referrals/${place.referralId}/letter/`;
  return (
    <Stack gap="sm">
      {guidance.warnings.map((one) => (
        <Alert key={one.code} color="orange" p="sm">
          {one.text}
        </Alert>
      ))}
      <Text size="sm" style={{ whiteSpace: "pre-line" }}>
        {[guidance.recipient, ...guidance.address_lines].join("\n")}
        {guidance.address && `\n${guidance.address}`}
      </Text>
      <List type="ordered" size="sm" spacing={4}>
        {guidance.steps.map((one) => (
          <List.Item key={one.code}>{one.text}</List.Item>
        ))}
      </List>
      <List size="sm" aria-label={t`What goes along`}>
        {guidance.enclosed.map((one) => (
          <List.Item key={one.name}>
            <Anchor
              size="sm"
              href={one.file ? `/api/v1/cases/${place.caseId}/files/${one.file}/clean/` : letter}
              target="_blank"
              rel="noreferrer"
            >
              {one.title || one.name}
            </Anchor>{" "}
            <Text span size="xs" c="dimmed" style={{ overflowWrap: "anywhere" }}>
              <Trans>SHA-256 {one.sha256}</Trans>
            </Text>
          </List.Item>
        ))}
      </List>
      {guidance.fields.map((one) => (
        <CopyText key={one.name} label={one.label} text={one.value} />
      ))}
    </Stack>
  );
}
