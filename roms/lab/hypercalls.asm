; What the macros of paravirtual.inc need room for. Each routine takes its arguments from the stack, removes
; them, and keeps all registers and the flags.

BATCH_LIMIT     equ 512                 ; page table entries that wait to be made

; The answer EAX of a hypercall is no refusal.
para_check:
        test eax, eax
        jnz .refused
        ret
.refused:
        mov [para_answer], eax
        panic "a hypercall was refused"

; The monitor did not take this kernel. It runs without paging, at physical addresses.
para_not_attached:
        neg eax
        add eax, 0x4F00 | '0'
        mov [0xB8000 + 2 * (para_refused_end - para_refused)], ax
        mov esi, physical(para_refused)
        mov edi, 0xB8000
.next:
        lodsb
        test al, al
        jz .stop
        stosw
        jmp .next
.stop:
        hlt
        jmp .stop
        [section strings]
para_refused:
        db "The monitor refuses to attach this kernel: "
para_refused_end:
        db 0
        __?SECT?__

; ---------------------------------------------------------------- what the monitor must refuse
; Each by the answer that it gives, and nothing has changed.
check_refusals:
        mov edx, kernel_directory - KERNEL_BASE + (ENTRY_PRESENT | ENTRY_WRITE)
        call .window
        check_value REFUSED, "a writable mapping of a page directory"
        mov edx, direct_tables - KERNEL_BASE + (ENTRY_PRESENT | ENTRY_WRITE)
        call .window
        check_value REFUSED, "a writable mapping of a page table"
        mov edx, read_only_tables - KERNEL_BASE + (ENTRY_PRESENT | ENTRY_WRITE)
        call .window
        check_value REFUSED, "a writable mapping of the processor's tables"
        mov edx, [extended_kilobytes]
        shl edx, 10
        add edx, HIGH_MEMORY | ENTRY_PRESENT
        call .window                    ; behind the end of memory, where the monitor is
        check_value REFUSED, "a mapping of the monitor"
        mov eax, [WINDOW_ENTRY]
        check_value 0, "the entry after all that"
        mov ecx, kernel_directory - KERNEL_BASE + 0xFFC
        xor edx, edx
        call .update
        check_value REFUSED, "the monitor's directory entry"
        mov ecx, kernel_directory - KERNEL_BASE
        mov edx, ENTRY_PRESENT | ENTRY_WRITE | 0x80
        call .update
        check_value REFUSED_VALUE, "a large page"
        mov ecx, 0xFFFF
        mov edx, 0x00CF9B00             ; ring 0
        call .descriptor
        check_value REFUSED, "a segment of ring 0"
        mov ecx, KERNEL_CODE << 16
        mov edx, (ACCESS_CALL | ACCESS_RING3) << 8
        call .descriptor
        check_value REFUSED, "a call gate"
        ret
.window:
        mov ecx, WINDOW_ENTRY - KERNEL_BASE
.update:
        push ebx
        mov [para_batch], ecx
        mov [para_batch + 4], edx
        mov ebx, para_batch
        mov ecx, 1
        xor edx, edx
        mov eax, MMU_UPDATE
        jmp .ask
.descriptor:
        push ebx
        mov ebx, gdt - KERNEL_BASE + (CALL_GATE & ~7)
        mov eax, UPDATE_DESCRIPTOR
.ask:
        int HYPERCALL
        pop ebx
        ret

; ---------------------------------------------------------------- the interrupt flag
; Interrupts on. What came while they were off comes now.
para_enable:
        pushfd
        mov byte [shared_page + shared.mask], 0
        cmp dword [shared_page + shared.pending], 0
        je .none
        hypercall SCHED_OP, SCHED_YIELD
.none:
        popfd
        ret

; The image of EFLAGS on the stack gets the mask byte's IF.
para_show_flag:
        pushfd
        and dword [esp + 8], ~FLAG_INTERRUPT
        cmp byte [shared_page + shared.mask], 0
        jne .off
        or dword [esp + 8], FLAG_INTERRUPT
.off:
        popfd
        ret

; EFLAGS from the image on the stack, and the mask byte.
para_restore_flags:
        test dword [esp + 4], FLAG_INTERRUPT
        jz .off
        call para_enable
        jmp .flags
.off:
        mov byte [shared_page + shared.mask], 1
.flags:
        push dword [esp + 4]
        popfd
        ret 4

; ---------------------------------------------------------------- descriptor tables
; The GDT whose limit and base are at EAX. Its page is first made read-only where the kernel sees it.
para_load_gdt:
        movzx ecx, word [eax]
        inc ecx
        shr ecx, 3
        mov ebx, [eax + 2]
        mov byte [para_tables_are_live], 1
        mov edx, ebx
        and edx, -PAGE
        sub edx, KERNEL_BASE
        push dword edx
        call para_protect
        hypercall SET_GDT, ebx, ecx
        ret

; The gates of the table whose limit and base are at EAX, handed over one by one.
para_load_idt:
        movzx ecx, word [eax]
        inc ecx
        shr ecx, 3
        mov esi, [eax + 2]
        xor edx, edx                    ; the vector
        mov edi, para_gates
.next:
        mov eax, [esi + 4]
        test ah, 0x80                   ; present
        jz .absent
        mov [edi + gate.vector], dl
        mov bl, GATE_RING1
        test ah, ACCESS_RING3
        jz .ring
        mov bl, GATE_RING3
.ring:
        test ah, 1                      ; a trap gate leaves IF alone
        jnz .flags
        or bl, GATE_MASKS
.flags:
        mov [edi + gate.flags], bl
        mov bx, [esi + 2]
        mov [edi + gate.selector], bx
        mov ax, [esi]
        mov [edi + gate.offset], eax
        add edi, gate_size
.absent:
        add esi, 8
        inc edx
        loop .next
        sub edi, para_gates
        shr edi, 3
        hypercall SET_TRAP_TABLE, para_gates, edi
        ret

; para_store_descriptor(address, low, high)
para_store_descriptor:
        pushfd
        pushad
        mov ebx, [esp + 40]
        mov ecx, [esp + 44]
        mov edx, [esp + 48]
        cmp byte [para_tables_are_live], 0
        jne .live
        mov [ebx], ecx
        mov [ebx + 4], edx
        jmp .done
.live:
        sub ebx, KERNEL_BASE
        mov eax, UPDATE_DESCRIPTOR
        int HYPERCALL
        call para_check
.done:
        popad
        popfd
        ret 12

; ---------------------------------------------------------------- CR0
; para_task_switched(CR0's image)
para_task_switched:
        pushfd
        pushad
        mov ebx, [esp + 40]
        and ebx, CR0_SWITCHED
        mov eax, TASK_SWITCHED
        int HYPERCALL
        call para_check
        popad
        popfd
        ret 4

; ---------------------------------------------------------------- page tables
; para_mmuext(operation, argument)
para_mmuext:
        pushfd
        pushad
        lea ebx, [esp + 40]
        mov ecx, 1
        xor edx, edx
        mov eax, MMUEXT_OP
        int HYPERCALL
        call para_check
        popad
        popfd
        ret 8

; para_write_directory(physical address)
para_write_directory:
        call para_commit
        push dword [esp + 4]
        pop dword [para_directory]
        push dword [para_directory]
        push dword MMUEXT_BASEPTR
        call para_mmuext
        ret 4

; para_store_entry(address, value)
para_store_entry:
        pushfd
        push eax
        push edx
        cmp dword [para_batched], BATCH_LIMIT
        jb .room
        call para_commit
.room:
        mov edx, [para_batched]
        mov eax, [esp + 16]
        sub eax, KERNEL_BASE
        mov [para_batch + edx * 8], eax
        mov eax, [esp + 20]
        mov [para_batch + edx * 8 + 4], eax
        inc dword [para_batched]
        pop edx
        pop eax
        popfd
        ret 8

; All that were gathered, in one hypercall.
para_commit:
        pushfd
        cmp dword [para_batched], 0
        je .none
        hypercall MMU_UPDATE, para_batch, [para_batched], 0
        mov dword [para_batched], 0
.none:
        popfd
        ret

; The direct map's page of the frame [ESP + 4] becomes read-only, or writable again.
para_protect:
        push ecx
        mov ecx, ENTRY_PRESENT
        jmp para_direct
para_unprotect:
        push ecx
        mov ecx, ENTRY_PRESENT | ENTRY_WRITE
para_direct:
        pushfd
        push ebx
        mov ebx, [esp + 16]
        or ecx, ebx
        add ebx, KERNEL_BASE
        hypercall UPDATE_VA_MAPPING, ebx, ecx, FLUSH_PAGE
        pop ebx
        popfd
        pop ecx
        ret 4

; para_declare(frame, level)
para_declare:
        push dword [esp + 4]
        call para_protect
        push dword [esp + 4]
        push dword [esp + 12]           ; the level is the operation's number
        call para_mmuext
        ret 8

; para_retire(frame)
para_retire:
        push dword [esp + 4]
        push dword MMUEXT_UNPIN
        call para_mmuext
        push dword [esp + 4]
        call para_unprotect
        ret 4
