; How much a page table entry costs to change: 512 of them, so many at a time. The host counts what it takes
; between the lines that this prints; see docs/lab/hypercalls.md.

BATCHES         equ 10                  ; 1, 2, 4 ... 512
BATCH_ENTRIES   equ 512
; The upper half of the last table of the direct map is empty, but for check_entries's page at its end.
BATCH_PAGES     equ KERNEL_BASE + DIRECT_TABLES * 0x400000 - 0x200000
BATCH_TABLE     equ direct_tables + (DIRECT_TABLES * 1024 - BATCH_ENTRIES) * 4

batches_measure:
        push ebx
        push esi
        push edi
        call frame_take_zeroed
        push eax
        mov ebx, 1                      ; at a time
.size:
        say "page table entries, %d at a time", ebx
        call drain_serial               ; the host has read the line
        mov esi, BATCH_ENTRIES
        mov edi, BATCH_TABLE
.batch:
        ; Read-only pages appear; the last of them is looked at, so that the table is in use.
        mov ecx, ebx
.entry:
        mov edx, [esp]
        or edx, ENTRY_PRESENT
        store_entry edi, edx
        add edi, 4
        dec ecx
        jnz .entry
        commit_entries
        mov eax, edi
        sub eax, BATCH_TABLE
        shl eax, 10
        mov al, [BATCH_PAGES + eax - PAGE]
        sub esi, ebx
        jnz .batch
        ; And vanish, which nobody measures.
        say "counted"
        call drain_serial
        mov edi, BATCH_TABLE
        mov ecx, BATCH_ENTRIES
        xor edx, edx
.empty:
        store_entry edi, edx
        add edi, 4
        dec ecx
        jnz .empty
        commit_entries
        read_directory eax
        write_directory eax
        shl ebx, 1
        cmp ebx, 1 << BATCHES
        jb .size
        pop eax
        call frame_release
        pop edi
        pop esi
        pop ebx
        ret
