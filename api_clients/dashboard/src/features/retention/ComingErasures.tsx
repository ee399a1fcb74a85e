import { Trans, useLingui } from "@lingui/react/macro";
import { Anchor, Group, Stack, Text } from "@mantine/core";
import { Link } from "react-router";
import { Loaded } from "@/components/Loaded";
import { Section } from "@/components/Section";
import { $api } from "@/lib/api";
import { useDates } from "@/lib/dates";
import { useWord } from "@/lib/own-words";
import { ERASURE_BECAUSE } from "@/lib/words";

/** Cases that will be erased, the next first. */
export function ComingErasures({ slug }: { slug: string }) {
  const { t } = useLingui();
  const word = useWord();
  const dates = useDates();
  const coming = $api.useQuery("get", "/api/v1/partners/{slug}/erasures/", { params: { path: { slug } } });
  return (
    <Section title={t`What goes next`} about={t`Whoever needs a case longer sets a legal hold on it.`}>
      <Loaded query={coming} empty={t`Nothing was announced.`}>
        {({ results, next }) => (
          <Stack gap="xs" component="ul" p={0} m={0} style={{ listStyle: "none" }}>
            {results.map((one) => (
              <Group component="li" key={one.id} gap="sm">
                <Anchor component={Link} to={`/cases/${one.case}?part=around`}>
                  {one.reference}
                </Anchor>
                <Text size="sm">{dates.day(one.due_on)}</Text>
                <Text size="sm" c="dimmed">
                  {word(ERASURE_BECAUSE, one.because)}
                </Text>
              </Group>
            ))}
            {next && (
              <Text component="li" size="sm" c="dimmed">
                <Trans>More follow later.</Trans>
              </Text>
            )}
          </Stack>
        )}
      </Loaded>
    </Section>
  );
}
