//! Finding things by the names that people and screen readers read, and using them.

use super::Device;
use serde_json::{Value, json};
use std::path::Path;
use std::time::Duration;
use thirtyfour::components::SelectElement;
use thirtyfour::error::{WebDriverResult, no_such_element};
use thirtyfour::{Key, WebElement};

const FIELDS: &str = "input, textarea, select";
const BUTTONS: &str = "button, summary, [role=button]";
const LINKS: &str = "a[href]";
const OPTIONS: &str = "label, [role=option]";
/// From one letter to the next, as quick thumbs type.
const THUMBS: Duration = Duration::from_millis(100);

impl Device {
    /// What stands in the field of this name.
    #[track_caller]
    pub fn value(&self, field: &str) -> String {
        let value = self.with("field", FIELDS, Name::Is(field), async |field| field.value().await);
        value.unwrap_or_default()
    }

    /// What stands in the first such field on the page.
    #[track_caller]
    pub fn value_of(&self, css: &str) -> String {
        let value = self.with("field", css, Name::Any, async |it| it.value().await);
        value.unwrap_or_default()
    }

    /// Types into a field, in the place of what stands there. What is typed must not be seen elsewhere.
    #[track_caller]
    pub fn fill(&self, field: &str, text: &str) -> &Self {
        self.remember(text);
        self.with("field", FIELDS, Name::Is(field), async |field| {
            field.send_keys(Key::Control + "a").await?;
            field.send_keys(text).await
        });
        self
    }

    /// Gives a file to the field of this name.
    #[track_caller]
    pub fn give(&self, field: &str, file: &Path) -> &Self {
        let path = file.canonicalize().unwrap();
        let path = path.to_str().unwrap();
        // The name goes on with the file that was chosen.
        self.with("field", "input[type=file]", Name::Begins(field), async |field| {
            field.send_keys(path).await
        });
        self
    }

    /// Pastes a text into a field.
    #[track_caller]
    pub fn paste(&self, field: &str, text: &str) -> &Self {
        self.remember(text);
        self.with("field", FIELDS, Name::Is(field), click);
        self.devtools("Input.insertText", json!({ "text": text }));
        self
    }

    /// Chooses from the list whose name begins so.
    #[track_caller]
    pub fn select(&self, list: &str, option: &str) -> &Self {
        self.with("list", "select", Name::Begins(list), async |list| {
            SelectElement::new(list).await?.select_by_exact_text(option).await
        });
        self
    }

    /// Types into a field of one group, where several groups have a field of this name.
    #[track_caller]
    pub fn fill_in(&self, group: &str, field: &str, text: &str) -> &Self {
        self.remember(text);
        self.with("group", "fieldset", Name::Begins(group), async |group| {
            self.first(FIELDS, Name::Is(field), Some(group)).await?.send_keys(text).await
        });
        self
    }

    /// Types on where the caret stands, as quickly as thumbs do.
    #[track_caller]
    pub fn types(&self, text: &str) -> &Self {
        self.remember(text);
        for letter in text.chars() {
            // Not through actions of the driver: between keys that it is still busy with, a page looks slower than it is.
            self.devtools(
                "Input.dispatchKeyEvent",
                json!({ "type": "keyDown", "key": letter, "text": letter }),
            );
            self.devtools("Input.dispatchKeyEvent", json!({ "type": "keyUp", "key": letter }));
            std::thread::sleep(THUMBS);
        }
        self
    }

    /// Types as a handheld scanner does, a key every few milliseconds and Enter at the end, which presses what has the focus
    /// unless the page takes it.
    #[track_caller]
    pub fn scans(&self, text: &str) -> &Self {
        self.remember(text);
        let began = self.script("return (performance.timeOrigin + performance.now()) / 1000;", &[]);
        let began = began.as_f64().unwrap();
        let keys = text.chars().map(|key| (key.to_string(), key.to_string()));
        for (at, (key, typed)) in keys.chain([("Enter".to_owned(), "\r".to_owned())]).enumerate() {
            // The time at which the key was struck, however busy this machine is.
            let time = json!(began + f64::from(u32::try_from(at).unwrap()) * 0.004);
            self.devtools(
                "Input.dispatchKeyEvent",
                json!({ "type": "keyDown", "key": key, "text": typed, "timestamp": time }),
            );
            self.devtools(
                "Input.dispatchKeyEvent",
                json!({ "type": "keyUp", "key": key, "timestamp": time }),
            );
        }
        self
    }

    /// Strikes a key that types nothing.
    #[track_caller]
    pub fn strikes(&self, key: &str) -> &Self {
        for event in ["keyDown", "keyUp"] {
            self.devtools("Input.dispatchKeyEvent", json!({ "type": event, "key": key }));
        }
        self
    }

    /// Presses the button of this name.
    #[track_caller]
    pub fn press(&self, name: &str) -> &Self {
        self.with("button", BUTTONS, Name::Is(name), click);
        self
    }

    /// Follows the link whose name begins so.
    #[track_caller]
    pub fn follow(&self, name: &str) -> &Self {
        self.with("link", LINKS, Name::Begins(name), click);
        self
    }

    /// Chooses what begins so, among radio buttons, boxes to tick or suggestions.
    #[track_caller]
    pub fn choose(&self, option: &str) -> &Self {
        self.with("option", OPTIONS, Name::Reads(option), click);
        self
    }

    /// Chooses what begins so, of the question that holds these words.
    #[track_caller]
    pub fn choose_in(&self, question: &str, option: &str) -> &Self {
        self.with("question", "fieldset:not(:has(fieldset))", Name::Holds(question), async |question| {
            click(&self.first(OPTIONS, Name::Reads(option), Some(question)).await?).await
        });
        self
    }

    /// Waits for something on the page.
    #[track_caller]
    pub fn find(&self, what: &str, css: &str) -> &Self {
        self.attribute(what, css, "id");
        self
    }

    /// An attribute of the first such thing on the page.
    #[track_caller]
    pub fn attribute(&self, what: &str, css: &str, name: &str) -> String {
        let value = self.with(what, css, Name::Any, async |it| it.attr(name).await);
        value.unwrap_or_default()
    }

    /// Waits until nothing of this kind is on the page.
    #[track_caller]
    pub fn lacks(&self, css: &str) -> &Self {
        self.until_true(&format!("a page without {css}"), || self.texts(css).is_empty());
        self
    }

    /// Waits until the page says this, whatever the style sheet makes of capitals.
    #[track_caller]
    pub fn says(&self, sentence: &str) -> &Self {
        let said = || self.text().to_lowercase().contains(&sentence.to_lowercase());
        if self.comes(|| said().then_some(())).is_none() {
            panic!("no “{sentence}” on this page:\n{}", self.text());
        }
        self
    }

    /// Waits until the page says this, as long as it takes.
    #[track_caller]
    pub fn waits_for(&self, sentence: &str) -> &Self {
        let long = (0..30).any(|_| self.comes(|| self.text().contains(sentence).then_some(())).is_some());
        assert!(long, "no “{sentence}” on this page:\n{}", self.text());
        self
    }

    /// The text of every such thing that is shown on the page.
    #[track_caller]
    pub fn texts(&self, css: &str) -> Vec<String> {
        let texts = self.script(include_str!("scripts/texts.js"), &[css.into()]);
        serde_json::from_value(texts).unwrap()
    }

    /// The text of the page.
    #[track_caller]
    pub fn text(&self) -> String {
        self.texts("main").join("\n")
    }

    /// Runs a function body in the page; its answer. `given` are its arguments.
    #[track_caller]
    pub fn script(&self, body: &str, given: &[Value]) -> Value {
        let script = format!("return (async (...given) => {{ {body}\n }})(...arguments);");
        self.wait(self.driver().execute(script, given)).json().clone()
    }

    /// Waits for the first such thing that is shown, and uses it. A page that is drawn anew in between is looked at again.
    #[track_caller]
    fn with<T>(
        &self,
        what: &str,
        css: &str,
        name: Name<'_>,
        use_it: impl AsyncFn(&WebElement) -> WebDriverResult<T>,
    ) -> T {
        let mut fault = None;
        let used = self.comes(|| {
            let attempt = async { use_it(&self.first(css, name, None).await?).await };
            self.runtime.block_on(attempt).map_err(|why| fault = Some(why.to_string())).ok()
        });
        used.unwrap_or_else(|| {
            let why = fault.as_deref().and_then(|fault| fault.lines().next()).unwrap_or_default();
            let name = if name == Name::Any { css } else { name.words() };
            panic!("no {what} “{name}” on this page ({why}):\n{}", self.text())
        })
    }

    /// The first such thing that is shown, on the page or within something.
    async fn first(
        &self,
        css: &str,
        name: Name<'_>,
        within: Option<&WebElement>,
    ) -> WebDriverResult<WebElement> {
        let within = within.map(WebElement::to_json).transpose()?.unwrap_or_default();
        let given = [css.into(), name.way().into(), name.words().into(), within];
        let script = concat!("const given = arguments;", include_str!("scripts/named.js"));
        for element in self.driver().execute(script, given).await?.elements()? {
            if element.is_displayed().await? {
                return Ok(element);
            }
        }
        Err(no_such_element(format!("nothing is called “{}”", name.words())))
    }

    fn remember(&self, text: &str) {
        let plain: String = text.chars().filter(|c| c.is_alphanumeric()).collect();
        // Half a number is as bad as all of it.
        let halves = plain.as_bytes().chunks_exact(8).filter_map(|half| std::str::from_utf8(half).ok());
        let halves: Vec<String> = halves.map(str::to_owned).collect();
        self.typed.borrow_mut().extend(halves);
    }
}

/// As one does who first moves the button out from under a bar.
async fn click(element: &WebElement) -> WebDriverResult<()> {
    element.scroll_into_view().await?;
    element.click().await
}

/// How something is called that is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Name<'a> {
    /// Whatever it is called.
    Any,
    /// By this name.
    Is(&'a str),
    /// By a name that begins so.
    Begins(&'a str),
    /// Its text begins so.
    Reads(&'a str),
    /// Its text has these words in it.
    Holds(&'a str),
}

impl<'a> Name<'a> {
    /// As `named.js` knows it.
    fn way(self) -> &'static str {
        match self {
            Self::Any => "any",
            Self::Is(_) => "is",
            Self::Begins(_) => "begins",
            Self::Reads(_) => "reads",
            Self::Holds(_) => "holds",
        }
    }

    fn words(self) -> &'a str {
        match self {
            Self::Any => "",
            Self::Is(words) | Self::Begins(words) | Self::Reads(words) | Self::Holds(words) => words,
        }
    }
}
