import { Trans, useLingui } from "@lingui/react/macro";
import { Anchor, Badge, Button, Card, Group, Stack, Text } from "@mantine/core";
import { Loaded } from "@/components/Loaded";
import { $api, type Schemas } from "@/lib/api";
import { useNeedName } from "./useNeeds";

type Service = Schemas["Service"];

interface Props {
  caseId: string;
  need: string | null;
  place: string | null;
  onChoose: (partner: string, need: string | null) => void;
}

/** Who gives such a service there, from the directory; a provider that is a partner can be asked at once. */
export function ServiceFinder({ caseId, need, place, onChoose }: Props) {
  const { t } = useLingui();
  const query = $api.useQuery("get", "/api/v1/cases/{case_id}/services/", {
    params: {
      path: { case_id: caseId },
      query: { page_size: 10, ...(need ? { need } : {}), ...(place ? { place } : {}) },
    },
  });
  return (
    <Stack gap="xs" component="section" aria-label={t`Services in the directory`}>
      <Text size="sm" fw={600}>
        <Trans>Services in the directory</Trans>
      </Text>
      <Loaded
        query={query}
        empty={t`The directory knows no such service there. Try a wider area or another need.`}
      >
        {({ results }) => (
          <>
            {results.map((one) => (
              <ServiceCard key={one.id} service={one} onChoose={onChoose} />
            ))}
          </>
        )}
      </Loaded>
    </Stack>
  );
}

function ServiceCard({ service, onChoose }: { service: Service; onChoose: Props["onChoose"] }) {
  const partner = service.provider.partner;
  const needName = useNeedName();
  const areas = service.areas.map((one) => one.name);
  return (
    <Card withBorder padding="xs">
      <Group justify="space-between" gap="xs">
        <Stack gap={2} flex={1} miw={180}>
          <Text size="sm" fw={600}>
            {service.provider.name} · {service.name}
          </Text>
          <Text size="xs" c="dimmed">
            {[...service.needs.map(needName), ...areas].filter(Boolean).join(" · ")}
          </Text>
          <Group gap="xs">
            {service.open_now && (
              <Badge color="green" variant="dot" tt="none">
                <Trans>open now</Trans>
              </Badge>
            )}
            {service.phones[0] && (
              <Anchor size="xs" href={`tel:${service.phones[0].number}`}>
                {service.phones[0].number}
              </Anchor>
            )}
          </Group>
        </Stack>
        {partner && (
          <Button size="xs" variant="light" onClick={() => onChoose(partner, service.needs[0] ?? null)}>
            <Trans>Ask this one</Trans>
          </Button>
        )}
      </Group>
    </Card>
  );
}
