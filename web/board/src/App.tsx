/** Which page the address asks for, once it is known who works here. */
import { useEffect } from "preact/hooks";
import { Button } from "../../shared/ui/Button.js";
import { AdminPage } from "./admin/AdminPage.js";
import { learn } from "./data/records.js";
import { DataPage } from "./data/DataPage.js";
import { DayPage } from "./day/DayPage.js";
import { FiguresPage } from "./figures/FiguresPage.js";
import { LivePage } from "./live/LivePage.js";
import { loadClientNames } from "./standingNames.js";
import { Message } from "./Message.js";
import { Nav } from "./Nav.js";
import { DaysPage } from "./pages/DaysPage.js";
import { NoRightPage } from "./pages/NoRightPage.js";
import { PrintPage } from "./pages/PrintPage.js";
import { SignInPage } from "./pages/SignInPage.js";
import { PoliciesPage } from "./policies/PoliciesPage.js";
import { QualityPage } from "./quality/QualityPage.js";
import { mayOpen, openPages, PAGE_OF } from "./rights.js";
import { address, replace } from "./router.js";
import { askWho, mayDo, session } from "./session.js";
import { tw } from "./words/frame.js";

/** A role without days begins at its own first page; a nurse belongs on the phone. */
function beginElsewhere(): void {
  const { value } = session;
  if (value.state !== "in" || address.value.page !== "" || mayOpen("days")) return;
  const [first] = openPages();
  if (value.identity?.role === "nurse") location.replace("/phone/");
  else if (first !== undefined) replace(first);
}

function Page() {
  const { page } = address.value;
  const belongsTo = PAGE_OF[page];
  if (belongsTo !== undefined && !mayOpen(belongsTo)) return <NoRightPage />;
  switch (page) {
    case "":
      return <DaysPage />;
    case "day":
      return <DayPage />;
    case "live":
      return <LivePage />;
    case "quality":
      return <QualityPage />;
    case "admin":
      return <AdminPage />;
    case "figures":
      return <FiguresPage />;
    case "policies":
      return <PoliciesPage />;
    case "data":
      return <DataPage />;
    case "print":
      return <PrintPage />;
    default:
      return (
        <>
          <Nav page="other" />
          <main class="page">
            <h1>{tw("unknown")}</h1>
            <a class="button" href="#/">
              {tw("days")}
            </a>
          </main>
        </>
      );
  }
}

export function App() {
  const { state } = session.value;
  useEffect(() => {
    void askWho();
  }, []);
  useEffect(() => {
    if (state !== "in") return;
    beginElsewhere();
    if (mayDo("GET /clients")) void loadClientNames();
    if (mayDo("GET /areas")) void learn(["areas"]);
  }, [state]);
  if (state === "asking") return <main aria-busy="true" />;
  if (state === "signed-out") return <SignInPage />;
  if (state === "unreachable") {
    return (
      <main class="page">
        <p class="notice bad">{tw("unreachable")}</p>
        <Button onClick={() => void askWho()}>{tw("again")}</Button>
      </main>
    );
  }
  return (
    <>
      <Page />
      <Message />
    </>
  );
}
