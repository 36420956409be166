//! `tepat serve`: everything on this machine, for a trial or a small office.

use crate::demo_card::DemoCard;
use crate::host::{self, Site};
use crate::output::Output;
use office::fault::{During, Fault, Result};
use office::register::password_hash;
use office::workspace::Workspace;
use serde::Serialize;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

#[derive(Serialize)]
struct Serving {
    address: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    app: Option<PathBuf>,
    #[serde(skip_serializing_if = "Option::is_none")]
    demo: Option<DemoCard>,
}

pub(super) fn run(workspace: Workspace, port: u16, app: Option<PathBuf>, output: &Output) -> Result<()> {
    let app = app.or_else(find_app);
    let runtime = tokio::runtime::Runtime::new().during("memulai layanan")?;
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::bind(("127.0.0.1", port)).await.map_err(|e| {
            Fault::new("porta", format!("Porta {port} tidak dapat dipakai: {e}."), "Pilih porta lain dengan --port.")
        })?;
        let address = format!("http://{}", listener.local_addr().during("memulai layanan")?);
        // Links that are printed from now on lead here.
        workspace.register.set("site", &address)?;
        let demo = DemoCard::read(workspace.root(), &address)?;
        let mut sentences = format!("Tepat menyala di {address}  (berhenti: Ctrl+C)\n");
        match &app {
            Some(app) => sentences += &format!("Aplikasi dari {}\n", app.display()),
            None => sentences += "Aplikasi belum dibangun: jalankan `cargo xtask serve`, atau sebut foldernya dengan --app.\n",
        }
        if let Some(card) = &demo {
            sentences += &card.to_string();
        }
        output.answer(&Serving { address, app: app.clone(), demo }, &sentences);
        let reader = password_hash(workspace.office()?.drop_box_password())?;
        let site = Site {
            workspace: workspace.root().to_owned(),
            inbox: workspace.inbox(),
            reader,
            app,
            sent: Mutex::default(),
        };
        drop(workspace);
        axum::serve(listener, host::router(site)).with_graceful_shutdown(stop()).await.during("melayani")
    })
}

async fn stop() {
    let _ = tokio::signal::ctrl_c().await;
}

/// `dist` or `dist-quick` in this folder, or beside the folder that this program was built into.
fn find_app() -> Option<PathBuf> {
    let program = std::env::current_exe().ok();
    let beside = program.iter().flat_map(|program| program.ancestors().skip(1).take(3)).map(Path::to_owned);
    std::iter::once(PathBuf::from("."))
        .chain(beside)
        .flat_map(|folder| ["dist", "dist-quick"].map(|dist| folder.join(dist)))
        .find(|dist| dist.join("index.html").is_file())
}
