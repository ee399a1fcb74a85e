import { Trans, useLingui } from "@lingui/react/macro";
import { Stack, Tabs, Text } from "@mantine/core";
import { useLocation, useNavigate, useParams } from "react-router";
import { PageTitle } from "@/components/PageTitle";
import { DonorReport } from "./DonorReport";
import { Filters } from "./Filters";
import { type Statistic, seesNumbersOnly, useCountedPartners, useQuestion } from "./question";
import { StatisticCard } from "./StatisticCard";

const SECTIONS = ["cases", "places", "work", "people", "institutions"] as const;
type Section = (typeof SECTIONS)[number];

const SHOWN: Record<Section, Statistic[]> = {
  cases: ["cases-by-stage", "cases-by-kind", "cases-by-category"],
  places: ["cases-by-place", "cases-by-institution"],
  work: ["overdue", "outcomes", "value-recovered"],
  people: ["satisfaction", "safety"],
  institutions: ["response-times"],
};

/** The numbers of a partner over a period, a few at a time. */
export function ReportPages() {
  const { t } = useLingui();
  const partners = useCountedPartners();
  const { question, partner, ask } = useQuestion(partners);
  const navigate = useNavigate();
  const { search } = useLocation();
  const asked = useParams()["*"];
  const section: Section = SECTIONS.find((one) => one === asked) ?? "cases";
  const labels: Record<Section, string> = {
    cases: t`Cases`,
    places: t`Places and bodies`,
    work: t`Work and outcomes`,
    people: t`Complainants`,
    institutions: t`Response times`,
  };
  if (!question || !partner) {
    return (
      <>
        <PageTitle name={t`Reports`} />
        <Text c="dimmed">
          <Trans>You see the numbers of no organisation.</Trans>
        </Text>
      </>
    );
  }
  return (
    <>
      <PageTitle
        name={t`Reports`}
        actions={seesNumbersOnly(partner) ? undefined : <DonorReport question={question} />}
      />
      <Filters partners={partners} partner={partner} question={question} ask={ask} />
      <Tabs
        value={section}
        onChange={(chosen) => navigate({ pathname: `/reports/${chosen}`, search })}
        keepMounted={false}
      >
        <Tabs.List mb="md" aria-label={t`Reports`}>
          {SECTIONS.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {labels[one]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {SECTIONS.map((one) => (
          <Tabs.Panel key={one} value={one}>
            <Stack>
              {SHOWN[one].map((statistic) => (
                <StatisticCard key={statistic} statistic={statistic} question={question} />
              ))}
            </Stack>
          </Tabs.Panel>
        ))}
      </Tabs>
    </>
  );
}
