// swift-tools-version: 6.2
import PackageDescription

// The rooms of the house and which way the arrows point (ARCHITECTURE.md). `Tests/ArchitectureTests`
// reads the import lines, because the compiler does not notice a transitive import.

let strict: [SwiftSetting] =
  [.swiftLanguageMode(.v6), .enableUpcomingFeature("MemberImportVisibility")]
  + (Context.environment["RINGONE_STRICT"] != nil ? [.treatAllWarnings(as: .error)] : [])

/// Exclusivity is checked in debug builds, where every test of these rooms runs; in release builds the
/// checks cost an access to a chip and a cold instruction a quarter of their time.
let quick: [SwiftSetting] =
  strict + [.unsafeFlags(["-enforce-exclusivity=unchecked"], .when(configuration: .release))]

/// Handlers must end in a bare jump: no frame pointer in leaf functions, and no merging of equal
/// handlers behind an extra jump (ARCHITECTURE.md, "The core").
let core: [SwiftSetting] =
  quick + [
    .unsafeFlags(
      ["-Xcc", "-momit-leaf-frame-pointer", "-Xllvm", "-swiftmergefunc-threshold=0"],
      .when(configuration: .release))
  ]

let package = Package(
  name: "RingOne",
  products: [.executable(name: "ringone", targets: ["ringone"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .target(name: "BusKit", swiftSettings: quick),
    .target(name: "X86Decode", swiftSettings: strict),
    .target(name: "Media", swiftSettings: strict),
    .target(name: "X86", dependencies: ["BusKit", "X86Decode"], swiftSettings: core),
    .target(name: "Chips", dependencies: ["BusKit", "Media"], swiftSettings: quick),
    .target(
      name: "PC", dependencies: ["X86", "X86Decode", "Chips", "Media", "BusKit"],
      swiftSettings: strict),
    .target(
      name: "Inspect", dependencies: ["X86", "X86Decode", "BusKit", "Chips", "PC", "CPNG"],
      swiftSettings: strict),
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
    .target(
      name: "Conformance", dependencies: ["X86", "X86Decode", "BusKit", "CZlib"],
      swiftSettings: strict),
    .systemLibrary(name: "CSDL2", providers: [.apt(["libsdl2-dev"])]),
    .systemLibrary(name: "CPNG", providers: [.apt(["libpng-dev"])]),
    .target(
      name: "Lab", dependencies: ["X86", "X86Decode", "Chips", "BusKit", "PC"],
      swiftSettings: quick),
    .target(name: "Desktop", dependencies: ["CSDL2", "Chips", "PC"], swiftSettings: strict),
    .executableTarget(
      name: "ringone",
      dependencies: [
        "PC", "Lab", "Inspect", "Desktop", "Conformance", "Media", "X86", "Chips", "BusKit",
        "X86Decode",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    .testTarget(name: "BusKitTests", dependencies: ["BusKit"], swiftSettings: strict),
    .testTarget(name: "X86DecodeTests", dependencies: ["X86Decode"], swiftSettings: strict),
    .testTarget(
      name: "X86Tests", dependencies: ["X86", "X86Decode", "BusKit"], swiftSettings: strict),
    .testTarget(
      name: "ChipsTests", dependencies: ["Chips", "BusKit", "Media"], swiftSettings: strict),
    .testTarget(name: "MediaTests", dependencies: ["Media"], swiftSettings: strict),
    .testTarget(
      name: "PCTests",
      dependencies: ["PC", "X86", "X86Decode", "Chips", "Media", "BusKit", "Inspect", "ringone"],
      swiftSettings: strict),
    .testTarget(
      name: "LabTests",
      dependencies: ["Lab", "PC", "X86", "X86Decode", "Chips", "BusKit", "Inspect", "ringone"],
      swiftSettings: strict),
    .testTarget(
      name: "DesktopTests", dependencies: ["Desktop", "CSDL2", "Chips"], swiftSettings: strict),
    .testTarget(
      name: "ConformanceTests", dependencies: ["Conformance", "X86Decode"], swiftSettings: strict),
    .testTarget(name: "ArchitectureTests", swiftSettings: strict),
  ]
)
