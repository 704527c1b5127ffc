import Foundation
import Testing

/// The installation, with the program under test, into a folder of its own.
@Suite(.serialized) struct InstallTests {
  private static let installed = Result {
    let program = try Program()
    try program.write(try Worked.bytes(), to: "worked-review.linewise")
    let outcome = try program.shell(make("install", program))
    guard outcome.status == 0 else { throw Worked.Failed(complaint: outcome.complaint) }
    return program
  }

  private static func make(_ goal: String, _ program: Program) -> String {
    let executable = Program.executable.path
    let review = program.path("worked-review.linewise")
    return """
      make -C '\(Program.package.path)' -o '\(executable)' -o '\(review)' \(goal) \
      PROGRAM='\(executable)' REVIEW='\(review)' PREFIX=/opt DESTDIR='\(program.path("root"))'
      """
  }

  @Test func everythingIsInItsPlace() throws {
    let program = try Self.installed.get()
    for name in [
      "bin/linewise", "share/man/man1/linewise.1", "share/bash-completion/completions/linewise",
      "share/zsh/site-functions/_linewise", "share/fish/vendor_completions.d/linewise.fish",
      "share/linewise/worked-review.linewise", "share/linewise/keymaps/vim.toml",
      "share/linewise/sample-corpus/hollis-2019.txt",
      "share/linewise/sample-corpus/worked-review.sh",
    ] {
      #expect(FileManager.default.fileExists(atPath: program.path("root/opt/\(name)")), "\(name)")
    }
    let version = try program.shell("root/opt/bin/linewise --version")
    #expect(version.output == "0.1.0\n")
  }

  @Test func theManualRenders() throws {
    let program = try Self.installed.get()
    let source = try String(
      decoding: program.contents("root/opt/share/man/man1/linewise.1"), as: UTF8.self)
    for section in ["NAME", "SYNOPSIS", "COMMANDS", "FILES", "\"EXIT STATUS\"", "EXAMPLES"] {
      #expect(source.contains("\n.SH \(section)\n"), "\(section)")
    }
    let rendered = try program.shell(
      "command -v man > /dev/null || exit 0; man --warnings -l root/opt/share/man/man1/linewise.1")
    #expect(rendered.status == 0)
    #expect(rendered.complaint.isEmpty)
    #expect(
      rendered.output.isEmpty || rendered.output.contains("linewise code REVIEW")
        || rendered.output.contains("linewise code <review>"))
  }

  @Test func theShellCompletes() throws {
    let program = try Self.installed.get()
    let completed = try program.shell(
      """
      PATH="$PWD/root/opt/bin:$PATH"
      source root/opt/share/bash-completion/completions/linewise
      COMP_WORDS=(linewise cov) COMP_CWORD=1 COMP_LINE='linewise cov' COMP_POINT=12 COMP_TYPE=9
      COMPREPLY=()
      _linewise linewise cov linewise
      printf '%s\\n' "${COMPREPLY[@]}"
      """)
    #expect(completed.output.contains("coverage"), "\(completed.complaint)")
    let zsh = try program.contents("root/opt/share/zsh/site-functions/_linewise")
    #expect(zsh.starts(with: Data("#compdef linewise".utf8)))
  }

  @Test func uninstallingLeavesNothing() throws {
    let program = try Program()
    try program.write(try Worked.bytes(), to: "worked-review.linewise")
    #expect(try program.shell(Self.make("install", program)).status == 0)
    #expect(try program.shell(Self.make("uninstall", program)).status == 0)
    #expect(try program.shell("find root -type f").output.isEmpty)
  }
}
