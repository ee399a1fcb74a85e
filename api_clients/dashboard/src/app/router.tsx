import { createBrowserRouter, type RouteObject } from "react-router";
import { NotFound } from "./routes/not-found";
import { Frame } from "./shell/Frame";
import { RouteTrouble } from "./shell/RouteTrouble";

/** A page in a file of its own, loaded when somebody goes there. */
const page = (load: () => Promise<{ default: React.ComponentType }>): Pick<RouteObject, "lazy"> => ({
  lazy: async () => ({ Component: (await load()).default }),
});

export const routes: RouteObject[] = [
  {
    path: "/",
    element: <Frame />,
    errorElement: <RouteTrouble />,
    children: [
      { index: true, ...page(() => import("./routes/today")) },
      { path: "cases", ...page(() => import("./routes/cases")) },
      { path: "cases/:caseId", ...page(() => import("./routes/case")) },
      { path: "cases/:caseId/referrals/:referralId", ...page(() => import("./routes/referral")) },
      { path: "intake/*", ...page(() => import("./routes/intake")) },
      { path: "tasks/:taskId", ...page(() => import("./routes/task")) },
      { path: "network", ...page(() => import("./routes/network")) },
      { path: "institutions/*", ...page(() => import("./routes/institutions")) },
      { path: "reports/*", ...page(() => import("./routes/reports")) },
      { path: "settings/import/*", ...page(() => import("./routes/import")) },
      { path: "settings/*", ...page(() => import("./routes/settings")) },
      { path: "*", element: <NotFound /> },
    ],
  },
];

export const router = createBrowserRouter(routes, { basename: "/dashboard" });
