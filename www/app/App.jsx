import { here } from "./address.js";
import { texts } from "./language.js";
import { answer, failure, info, lost, restarting } from "./state.js";
import { Answers } from "./answers/Answers.jsx";
import { Failed } from "./Failed.jsx";
import { lined } from "./answers/lines.js";
import { timed } from "./answers/times.js";
import { Help } from "./Help.jsx";
import { Keep } from "./Keep.jsx";
import { Lost } from "./Lost.jsx";
import { Masthead } from "./Masthead.jsx";
import { Overview } from "./answers/Overview.jsx";
import { Question } from "./question/Question.jsx";
import { Reader } from "./reader/Reader.jsx";
import { Time } from "./time/Time.jsx";

/** The page: the question, time, the answers. */
export function App() {
  const t = texts.value;
  const card = info.value;
  const open = here.document.value !== null;
  /** @param {MouseEvent} event */
  const skip = (event) => {
    // Not by the fragment: that holds the state.
    event.preventDefault();
    document.getElementById("answers")?.focus();
  };
  return (
    <>
      <a class="skip" href="#answers" onClick={skip}>{card?.documents ? t.skip : t.skipNoArticles}</a>
      <Masthead />
      <main class={open ? "reading" : ""}>
        {failure.value && <Failed error={failure.value} />}
        {card && card.documents > 0 && (
          <>
            <Question />
            <Time card={card} />
            {lost.value && <Lost error={lost.value} />}
            <div class={lined.value || timed.value ? "answers lined" : "answers"} id="answers" tabIndex={-1}>
              {answer.value ? <Answers answer={answer.value} /> : !lost.value && !failure.value && <p class="waiting" role="status">{restarting.value ? t.restarting : t.loading}</p>}
              {open ? <Reader /> : <Overview card={card} />}
            </div>
          </>
        )}
        {card && card.documents === 0 && <Empty />}
      </main>
      <footer class="colophon">
        {card && card.parts > 0 && <Keep />}
        <p>{t.madeWith}</p>
      </footer>
      <Help />
    </>
  );
}

function Empty() {
  const t = texts.value.answers;
  return (
    <section class="notice" id="answers" tabIndex={-1}>
      <h2>{t.empty}</h2>
      <p>{t.emptyHow}</p>
    </section>
  );
}

