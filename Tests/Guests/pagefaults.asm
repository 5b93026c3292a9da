; Paging in two levels and with PAE: what every combination of entry bits allows, error codes, CR2, accessed
; and dirty bits, large and global pages, accesses and fetches over a page's end.
;
; A row shows six accesses, k and u for CPL 0 and 3, r w x for read, write, fetch: "-" is done, a number is
; the page fault's error code, "!" a wrong CR2.
%include "system.inc"

TABLE_LOW       equ 20000h              ; identity, supervisor
TABLE_ALIAS     equ 21000h              ; the same for the user at 400000h
TABLE_TEST      equ 22000h
DIRECTORY       equ 23000h
PAE_LOW         equ 28000h
PAE_ALIAS       equ 29000h
PAE_TEST        equ 2A000h
PAE_DIRECTORY   equ 2B000h
PAE_POINTERS    equ 2C000h
FRAME           equ 40000h              ; what the tests map: it holds C3h (RET) bytes
ALIAS           equ 400000h
AREA            equ 800000h
T               equ AREA + FRAME        ; 4 KiB and large pages lead to the same frame

body:
        mov eax, 1
        cpuid
        mov [features], edx
        xor ecx, ecx
        mov eax, 0
        cpuid
        cmp eax, 7
        jb .no_leaf
        mov eax, 7
        xor ecx, ecx
        cpuid
        mov [extended], ebx
.no_leaf:
        mov edi, FRAME
        mov ecx, 2000h / 4
        mov eax, 0C3C3C3C3h
        rep stosd
        call build
        call two_levels
        call pae
        ret

build:
        mov edi, TABLE_LOW
        mov eax, 3
        call .fill
        mov edi, TABLE_ALIAS
        mov eax, 7
        call .fill
        mov dword [DIRECTORY], TABLE_LOW | 3
        mov dword [DIRECTORY + 4], TABLE_ALIAS | 7
        mov edi, PAE_LOW
        mov eax, 3
        call .fill_pae
        mov edi, PAE_ALIAS
        mov eax, 7
        call .fill_pae
        mov dword [PAE_DIRECTORY], PAE_LOW | 3
        mov dword [PAE_DIRECTORY + 16], PAE_ALIAS | 7
        mov dword [PAE_POINTERS], PAE_DIRECTORY | 1
        ret
.fill:
        mov ecx, 100h
.page:
        stosd
        add eax, 1000h
        loop .page
        ret
.fill_pae:
        mov ecx, 100h
.pae_page:
        stosd
        add edi, 4
        add eax, 1000h
        loop .pae_page
        ret

; ---------------------------------------------------------------- the rows
; entries directory-low, directory-high, table-low, table-high: the tested page's entries, TLB flushed.
; Without PS in the first (bit 7) it points to the table; the second always points to the frame.
%macro entries 4
        mov eax, %1
        mov ebx, %2
        mov ecx, %3
        mov edx, %4
        call set_entries
%endmacro
set_entries:
        test dword [pae_on], 1
        jnz .pae
        test al, 80h
        jz .table
        mov edx, cr4
        test dl, 10h
        jnz .large
.table:
        or eax, TABLE_TEST
.large:
        mov [DIRECTORY + 8], eax
        or ecx, FRAME
        mov [TABLE_TEST + 40h * 4], ecx
        jmp flush
.pae:
        test al, 80h
        jnz .large_pae
        or eax, PAE_TEST
.large_pae:
        mov [PAE_DIRECTORY + 32], eax
        mov [PAE_DIRECTORY + 36], ebx
        or ecx, FRAME
        mov [PAE_TEST + 40h * 8], ecx
        mov [PAE_TEST + 40h * 8 + 4], edx
flush:
        mov eax, cr3
        mov cr3, eax
        ret

%macro row 5+
        entries %1, %2, %3, %4
        say %5, ":"
        call accesses
%endmacro

accesses:
        mov dword [target], T
        mov dword [kind], 0
.next:
        mov eax, [kind]
        say " "
        mov al, [names + eax * 2]
        out 0E9h, al
        mov eax, [kind]
        mov al, [names + 1 + eax * 2]
        out 0E9h, al
        mov [saved_esp], esp
        mov dword [resume], .done
        mov dword [hook], caught
        mov edi, [target]
        mov ebx, [kind]
        cmp ebx, 3
        jae .user
        call access
        mov al, '-'
        out 0E9h, al
        jmp .done
.user:
        sub ebx, 3
        mov eax, USER_DATA
        mov ds, eax
        mov es, eax
        push eax
        lea eax, [esp + ALIAS]
        push eax
        pushfd
        push dword USER_CODE
        push dword .there + ALIAS
        iretd
.there:
        call access
        int 30h
.done:
        mov dword [hook], 0
        inc dword [kind]
        cmp dword [kind], 6
        jb .next
        call line32
        ret

; Read, write, or call [EDI], by EBX.
access:
        mov eax, 0C3C3C3C3h
        cmp ebx, 1
        jb .read
        je .write
        call edi
        ret
.read:
        mov eax, [edi]
        ret
.write:
        mov [edi], eax
        ret

caught:
        cmp dword [fault.vector], 30h
        je .fine
        cmp dword [fault.vector], 14
        jne report_fault
        mov edx, [fault.error]
        mov ecx, 2
        call hex32
        mov eax, [fault.cr2]
        cmp eax, [target]
        je resume_after
        mov al, '!'
        out 0E9h, al
        jmp resume_after
.fine:
        mov al, '-'
        out 0E9h, al
        jmp resume_after

; matrix "name": all combinations of the R/W and U/S bits of both entries.
%macro matrix 1+
%assign directory 1
%rep 4
%assign table 1
%rep 4
%defstr directory_text directory
%defstr table_text table
        row directory, 0, table, 0, %1, " ", directory_text, "/", table_text
%assign table table + 2
%endrep
%assign directory directory + 2
%endrep
%endmacro

%macro set_cr0 2                        ; bits to set, to clear
        mov eax, cr0
        or eax, %1
        and eax, ~(%2)
        mov cr0, eax
%endmacro
%macro set_cr4 2
        mov eax, cr4
        or eax, %1
        and eax, ~(%2)
        mov cr4, eax
%endmacro
WP              equ 10000h
PG              equ 80000000h
PSE             equ 10h
PAE             equ 20h
PGE             equ 80h
SMEP            equ 100000h
SMAP            equ 200000h

; ---------------------------------------------------------------- two levels
two_levels:
        mov eax, DIRECTORY
        mov cr3, eax
        set_cr0 PG, WP
        matrix "2 levels"
        set_cr0 WP, 0
        matrix "2 levels, WP"
        row 7, 0, 6, 0, "2 levels, WP, table not present"
        row 6, 0, 7, 0, "2 levels, WP, directory not present"
        row 87h, 0, 7, 0, "2 levels, PS without PSE"
        call accessed_and_dirty
        call crossing
        call invalidation
        call control_faults

        test dword [features], 8
        jz .no_pse
        set_cr4 PSE, 0
        row 87h, 0, 0, 0, "4 MiB 7"
        row 85h, 0, 0, 0, "4 MiB 5"
        row 83h, 0, 0, 0, "4 MiB 3"
        row 81h, 0, 0, 0, "4 MiB 1"
        row 86h, 0, 0, 0, "4 MiB, not present"
        test dword [features], 20000h
        jz .no_pse36
        row 1087h, 0, 0, 0, "4 MiB, PAT"
        row 200087h, 0, 0, 0, "4 MiB, bit 21"
        row 200086h, 0, 0, 0, "4 MiB, bit 21, not present"
        row 200081h, 0, 0, 0, "4 MiB 1, bit 21"
.no_pse36:
        try "4 MiB, accessed and dirty"
        entries 87h, 0, 0, 0
        mov eax, [T]
        value [DIRECTORY + 8], 3
        mov dword [T], 0C3C3C3C3h
        value [DIRECTORY + 8], 3
        okay
.no_pse:
        test dword [features], 2000h
        jz .no_pge
        call global_pages
.no_pge:
        test dword [extended], 80h
        jz .no_smep
        set_cr4 SMEP, 0
        row 7, 0, 7, 0, "2 levels, SMEP 7/7"
        row 7, 0, 3, 0, "2 levels, SMEP 7/3"
        row 3, 0, 7, 0, "2 levels, SMEP 3/7"
        row 7, 0, 6, 0, "2 levels, SMEP, not present"
        row 87h, 0, 0, 0, "4 MiB, SMEP"
        set_cr4 0, SMEP
.no_smep:
        test dword [extended], 100000h
        jz .no_smap
        set_cr4 SMAP, 0
        row 7, 0, 7, 0, "2 levels, SMAP 7/7"
        row 7, 0, 5, 0, "2 levels, SMAP 7/5"
        row 7, 0, 3, 0, "2 levels, SMAP 7/3"
        stac
        row 7, 0, 7, 0, "2 levels, SMAP, AC 7/7"
        row 7, 0, 5, 0, "2 levels, SMAP, AC 7/5"
        clac
        set_cr0 0, WP
        row 7, 0, 5, 0, "2 levels, SMAP without WP 7/5"
        stac
        row 7, 0, 5, 0, "2 levels, SMAP, AC without WP 7/5"
        set_cr0 WP, 0
        descriptor FREE, T, 0FFh, 82h, 0
        mov eax, FREE
        lldt ax
        try "SMAP, implicit access with AC"
        entries 7, 0, 7, 0
        stac
        mov eax, 4
        mov fs, eax
        okay
        xor eax, eax
        lldt ax
        clac
        set_cr4 0, SMAP
.no_smap:
        set_cr0 0, PG
        ret
accessed_and_dirty:
        try "accessed, dirty: before, read, write"
        entries 7, 0, 7, 0
        value [DIRECTORY + 8], 2
        value [TABLE_TEST + 100h], 2
        mov eax, [T]
        value [DIRECTORY + 8], 2
        value [TABLE_TEST + 100h], 2
        mov dword [T], 0C3C3C3C3h
        value [DIRECTORY + 8], 2
        value [TABLE_TEST + 100h], 2
        okay
        try "dirty by a write first"
        entries 7, 0, 7, 0
        mov dword [T], 0C3C3C3C3h
        value [DIRECTORY + 8], 2
        value [TABLE_TEST + 100h], 2
        okay
        try "accessed by a fetch"
        entries 7, 0, 7, 0
        mov eax, T
        call eax
        value [DIRECTORY + 8], 2
        value [TABLE_TEST + 100h], 2
        okay
        try "a refused write"
        entries 7, 0, 5, 0
        mov dword [T], 0C3C3C3C3h
        okay
        say "and its bits:"
        value [TABLE_TEST + 100h], 2
        call line32
        try "TEST of memory does not write"
        entries 7, 0, 5, 0
        test dword [T], 1
        cmp dword [T], 1
        bt dword [T], 1
        okay
        try "ADD of memory that may not be written"
        add dword [T], 1
        okay
        try "XCHG"
        xchg eax, [T]
        okay
        try "CMPXCHG that does not match writes all the same"
        mov eax, 1
        cmpxchg [T], ecx
        okay
        try "REP STOSD runs to the page's end"
        entries 7, 0, 7, 0
        mov edi, T + 0FF0h
        mov ecx, 8
        mov eax, 0C3C3C3C3h
        rep stosd
        okay
        try "and keeps count"
        mov edi, T + 0FF0h
        mov ecx, 8
        mov dword [hook], .count
        rep stosd
.count: value ecx
        value edi
        jmp resume_after
        okay
        try "PUSHAD into a page that may not be written keeps ESP"
        entries 7, 0, 5, 0
        mov dword [hook], .stack
        mov eax, USER_DATA
        mov ds, eax
        push eax
        push dword T + 16
        pushfd
        push dword USER_CODE
        push dword .push + ALIAS
        iretd
.push:  pushad
.stack: value [fault.error], 2
        value [fault.cr2]
        mov eax, [esp]
        value eax
        jmp resume_after
        okay
        ret

crossing:
        mov dword [TABLE_TEST + 41h * 4], 0
        entries 7, 0, 7, 0
        try "read over the end"
        mov eax, [T + 0FFDh]
        okay
        try "write over the end"
        mov dword [T + 0FFDh], 0
        okay
        try "its first half was not written"
        value [T + 0FFCh]
        okay
        entries 7, 0, 6, 0
        mov dword [TABLE_TEST + 41h * 4], FRAME | 1007h
        try "read over the beginning"
        mov eax, [T + 0FFDh]
        okay
        try "write over the beginning"
        mov dword [T + 0FFDh], 0
        okay
        entries 7, 0, 7, 0
        mov dword [TABLE_TEST + 41h * 4], FRAME | 1005h
        try "write over the end, read-only"
        mov dword [T + 0FFDh], 0
        okay
        try "its first half was not written"
        value [T + 0FFCh]
        okay
        mov dword [TABLE_TEST + 41h * 4], 0
        call flush
        mov dword [T + 0FFCh], 90B89090h        ; NOP, NOP, MOV EAX, imm32 in the page's last two bytes
        try "fetch over the end"
        mov dword [hook], .fetch
        mov eax, T + 0FFCh
        jmp eax
.fetch: value [fault.error], 2
        value [fault.eip]
        value [fault.cr2]
        jmp resume_after
        okay
        mov byte [T + 0FFFh], 0F4h
        try "CALL into an absent page"
        mov dword [hook], .fetch2
        mov eax, T + 1000h
        call eax
.fetch2:
        value [fault.error], 2
        value [fault.eip]
        value [fault.cr2]
        mov eax, [saved_esp]
        sub eax, [fault.sp]
        value eax, 2
        jmp resume_after
        okay
        mov dword [T + 0FFCh], 0C3C3C3C3h
        try "LGDT over the end"
        lgdt [T + 0FFCh]
        okay
        try "FNSTCW over the end"
        fnstcw [T + 0FFFh]
        okay
        try "BOUND over the end"
        mov eax, 0
        bound eax, [T + 0FFCh]
        okay
        ret

invalidation:
        mov dword [FRAME], 0C3C3C3C3h
        mov dword [FRAME + 1000h], 0D3D3D3D3h
        try "INVLPG shows the new frame"
        entries 7, 0, 7, 0
        mov eax, [T]
        value eax
        mov dword [TABLE_TEST + 100h], FRAME | 1007h
        invlpg [T + 123h]
        value [T]
        okay
        try "CR3 shows the new frame"
        mov dword [TABLE_TEST + 100h], FRAME | 7
        call flush
        value [T]
        okay
        try "INVLPG after taking the right to write away"
        mov dword [T], 0C3C3C3C3h
        mov dword [TABLE_TEST + 100h], FRAME | 65h
        invlpg [T]
        mov dword [T], 0C3C3C3C3h
        okay
        try "INVLPG of a page that is absent"
        invlpg [0C0000000h]
        okay
        try "a page that was absent needs no INVLPG"
        mov dword [TABLE_TEST + 42h * 4], 0
        mov dword [hook], .bring
        mov eax, [T + 2000h]
        jmp .brought
.bring: mov dword [TABLE_TEST + 42h * 4], FRAME | 7
        mov esp, [saved_esp]
        mov dword [hook], 0
        value [T + 2000h]
.brought:
        okay
        mov dword [FRAME], 0C3C3C3C3h
        ret

control_faults:
        try "MOV CR0 with PG and without PE"
        mov eax, cr0
        and al, ~1
        mov cr0, eax
        or al, 1                        ; a processor that took it must get out again
        mov cr0, eax
        okay
        try "MOV CR0 with NW and without CD"
        mov eax, cr0
        or eax, 20000000h
        and eax, ~40000000h
        mov cr0, eax
        okay
        set_cr0 0, 20000000h
        ret

global_pages:
        mov dword [FRAME], 0C3C3C3C3h
        mov dword [FRAME + 1000h], 0D3D3D3D3h
        try "global page: after INVLPG, after PGE"
        set_cr4 PGE, 0
        entries 7, 0, 107h, 0
        mov eax, [T]
        mov dword [TABLE_TEST + 100h], FRAME | 1107h
        invlpg [T]
        value [T]
        mov dword [TABLE_TEST + 100h], FRAME | 107h
        set_cr4 0, PGE
        value [T]
        okay
        try "G without PGE is not global"
        mov dword [TABLE_TEST + 100h], FRAME | 1107h
        call flush
        value [T]
        okay
        mov dword [FRAME], 0C3C3C3C3h
        mov dword [FRAME + 1000h], 0C3C3C3C3h
        ret

; ---------------------------------------------------------------- PAE
pae:
        test dword [features], 40h
        jz .no_pae
        mov dword [pae_on], 1
        set_cr4 PAE, PSE
        mov eax, PAE_POINTERS
        mov cr3, eax
        set_cr0 PG | WP, 0
        matrix "PAE, WP"
        set_cr0 0, WP
        row 7, 0, 5, 0, "PAE 7/5"
        row 5, 0, 7, 0, "PAE 5/7"
        row 7, 0, 1, 0, "PAE 7/1"
        set_cr0 WP, 0
        row 7, 0, 6, 0, "PAE, table not present"
        row 6, 0, 7, 0, "PAE, directory not present"
        row 87h, 0, 0, 0, "2 MiB 7 (PSE clear)"
        row 85h, 0, 0, 0, "2 MiB 5"
        row 83h, 0, 0, 0, "2 MiB 3"
        row 81h, 0, 0, 0, "2 MiB 1"
        row 2087h, 0, 0, 0, "2 MiB, bit 13"
        row 100087h, 0, 0, 0, "2 MiB, bit 20"
        row 1087h, 0, 0, 0, "2 MiB, PAT"
        row 7, 80000h, 7, 0, "PAE, bit 51 in the directory"
        row 7, 0, 7, 80000h, "PAE, bit 51 in the table"
        row 7, 100000h, 7, 0, "PAE, bit 52 in the directory"
        row 7, 0, 7, 40000000h, "PAE, bit 62 in the table"
        row 6, 0, 7, 40000000h, "PAE, reserved, but directory not present"
        row 7, 0, 6, 40000000h, "PAE, reserved in what is not present"
        row 7, 0, 7, 80000000h, "PAE, NX without NXE"
        row 7, 80000000h, 7, 0, "PAE, NX in the directory without NXE"
        row 6, 80000000h, 7, 0, "PAE, NX without NXE, not present"
        mov eax, 80000001h
        cpuid
        test edx, 100000h
        jz .no_nx
        mov ecx, 0C0000080h
        rdmsr
        or eax, 800h
        wrmsr
        row 7, 0, 7, 0, "PAE, NXE 7/7"
        row 7, 0, 7, 80000000h, "PAE, NX in the table"
        row 7, 80000000h, 7, 0, "PAE, NX in the directory"
        row 7, 80000000h, 7, 80000000h, "PAE, NX in both"
        row 3, 0, 7, 80000000h, "PAE, NX 3/7"
        row 7, 0, 6, 80000000h, "PAE, NX, not present"
        row 7, 0, 7, 80080000h, "PAE, NX and bit 51"
        row 87h, 80000000h, 0, 0, "2 MiB, NX"
        row 2087h, 80000000h, 0, 0, "2 MiB, NX, bit 13"
        test dword [extended], 80h
        jz .no_smep
        set_cr4 SMEP, 0
        row 7, 0, 7, 0, "PAE, SMEP 7/7"
        row 7, 0, 7, 80000000h, "PAE, SMEP, NX"
        set_cr4 0, SMEP
.no_smep:
        mov ecx, 0C0000080h
        rdmsr
        and eax, ~800h
        wrmsr
.no_nx:
        try "directory pointer not present"
        mov eax, [40000000h]
        okay
        try "a present pointer counts after CR3 is loaded"
        mov dword [PAE_POINTERS + 8], PAE_DIRECTORY | 1
        mov eax, cr3
        mov cr3, eax
        value [40000000h + FRAME]
        okay
        try "reserved bit 1 in a pointer"
        mov dword [PAE_POINTERS + 16], PAE_DIRECTORY | 3
        mov eax, cr3
        mov cr3, eax
        okay
        try "reserved bit 5 in a pointer"
        mov dword [PAE_POINTERS + 16], PAE_DIRECTORY | 21h
        mov eax, cr3
        mov cr3, eax
        okay
        try "reserved bit 63 in a pointer"
        mov dword [PAE_POINTERS + 16], PAE_DIRECTORY | 1
        mov dword [PAE_POINTERS + 20], 80000000h
        mov eax, cr3
        mov cr3, eax
        okay
        try "reserved bits of a pointer that is not present"
        mov dword [PAE_POINTERS + 16], 0FFFFF1FEh
        mov dword [PAE_POINTERS + 20], -1
        mov eax, cr3
        mov cr3, eax
        okay
        try "the failed loads changed nothing"
        value [40000000h + FRAME]
        okay
        try "PAE may be cleared with paging on"
        mov eax, cr4
        and eax, ~20h
        mov ebx, cr0
        and ebx, 7FFFFFFFh
        mov cr0, ebx
        mov cr4, eax
        okay
.no_pae:
        ret

        align 4
features:
        dd 0
extended:
        dd 0
pae_on: dd 0
target: dd 0
kind:   dd 0
names:  db "krkwkxuruwux"

        system_end
